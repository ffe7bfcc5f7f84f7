/**
 * TIFF files of all the kinds that microscopes and Python write (TIFF 6.0, BigTIFF), read where
 * ImageJ's own decoder cannot read them, or reads other numbers than they hold.
 */
package io.github.mcdunet.imagej.tiff;
