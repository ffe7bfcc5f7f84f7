package io.github.mcdunet.dataset;

/**
 * Size of a pixel in a unit such as "micron"; 1 x 1 "pixel" where the image is not calibrated.
 *
 * @param width in the unit
 * @param height in the unit
 * @param unit its name
 */
public record PixelSize(double width, double height, String unit) {

	public static final PixelSize UNCALIBRATED = new PixelSize(1, 1, "pixel");

	@Override
	public String toString() {
		return width + " x " + height + " " + unit;
	}
}
