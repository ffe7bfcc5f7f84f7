/**
 * How an image is varied for the training: flips, rotation and crops, the same for image and mask.
 * Chance comes in as an argument, so that the same random gives the same picture.
 */
package io.github.mcdunet.augment;
