/**
 * The border to ImageJ. A script begins with {@link io.github.mcdunet.imagej.Datasets}, which makes
 * a dataset of open images and their masks, overlay or ROIs, and
 * {@link io.github.mcdunet.imagej.ImageStacks}, which makes a series of an open stack;
 * {@link io.github.mcdunet.imagej.TruthMasks} reads masks, {@link io.github.mcdunet.imagej.Tables}
 * turns tables into ImageJ's and into CSV files, and {@link io.github.mcdunet.imagej.OpenImages}
 * finds what is open.
 */
package io.github.mcdunet.imagej;
