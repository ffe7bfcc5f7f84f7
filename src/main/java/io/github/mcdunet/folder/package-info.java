/**
 * Folders of images: the one scanner of their files, the import of training data, the batch
 * prediction.
 */
package io.github.mcdunet.folder;
