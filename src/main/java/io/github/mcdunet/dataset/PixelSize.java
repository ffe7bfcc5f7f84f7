package io.github.mcdunet.dataset;

/** Size of a pixel in a unit such as "micron"; 1 x 1 "pixel" where the image is not calibrated. */
public final class PixelSize {

	public static final PixelSize UNCALIBRATED = new PixelSize(1, 1, "pixel");

	private final double width;
	private final double height;
	private final String unit;

	public PixelSize(final double width, final double height, final String unit) {
		this.width = width;
		this.height = height;
		this.unit = unit;
	}

	public double width() {
		return width;
	}

	public double height() {
		return height;
	}

	public String unit() {
		return unit;
	}

	@Override
	public String toString() {
		return width + " x " + height + " " + unit;
	}
}
