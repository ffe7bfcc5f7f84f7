/**
 * What is learnt from: images [X, Y, C] with their masks, split by image into training, validation
 * and test, and the way their intensities are normalised. Knows ImgLib2 but neither ImageJ nor the
 * network.
 */
package io.github.mcdunet.dataset;
