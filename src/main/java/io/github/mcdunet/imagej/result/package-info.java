/** A prediction as ImageJ's images, ROIs and tables. */
package io.github.mcdunet.imagej.result;
