package io.github.mcdunet.review;

/**
 * How much is probably wrong in one image.
 *
 * @param image number of the image, from 0
 * @param places number of objects and areas in it to look at
 * @param wrongPixels expected number of wrong pixels; the sum over its places
 */
public record ImageError(int image, int places, double wrongPixels) {
}
