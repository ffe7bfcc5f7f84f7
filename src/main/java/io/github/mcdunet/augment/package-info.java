/**
 * How an image is varied for the training: flips, rotation and crops, the same for image and mask.
 * Random generators are arguments, so that the same state gives the same picture.
 */
package io.github.mcdunet.augment;
