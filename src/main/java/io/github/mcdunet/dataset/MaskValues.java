package io.github.mcdunet.dataset;

import java.util.Optional;

/**
 * One mask as numbers, before anybody has said what they mean.
 *
 * @param name of the image, for sentences
 * @param values [H, W] row-major; NaN counts as 0
 * @param largest value that the file's type holds (255, 65535), or 0 for 32-bit images
 * @param inverted whether larger values are shown darker, so that which of them is background does
 * not go without saying
 * @param colour the background's colour, if the values tell only whether a pixel has another one
 */
public record MaskValues(String name, float[] values, int width, int height, int largest,
	boolean inverted, Optional<String> colour) {
}
