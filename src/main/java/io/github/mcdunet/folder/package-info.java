/**
 * Folders of images. A script imports training data with
 * {@link io.github.mcdunet.folder.FolderImport}, which gives
 * {@link io.github.mcdunet.folder.ImportedStacks}, or lists the images of a folder with
 * {@link io.github.mcdunet.folder.FolderImages} and predicts them with
 * {@link io.github.mcdunet.folder.FolderPrediction}; a {@link io.github.mcdunet.folder.FilePattern}
 * says how the files are named. All see the same files in the same order.
 */
package io.github.mcdunet.folder;
