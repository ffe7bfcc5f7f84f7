/** The border to ImageJ: images, masks, ROIs, tables and folders. */
package io.github.mcdunet.imagej;
