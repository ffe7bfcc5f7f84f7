package io.github.mcdunet.objects;

/**
 * How large and how bright one object of one mask is.
 *
 * @param area in the square of the unit of the pixel size
 * @param length along the skeleton, in the unit of the pixel size; see {@link Ruler}
 * @param intensities mean intensity of its pixels, one per channel, NaN if it has no pixel; empty
 * if no intensities were given. Not copied.
 */
public record ObjectSize(double area, double length, double[] intensities) {

	/** Number of channels, 0 if no intensities were given. */
	public int channels() {
		return intensities.length;
	}

	/** Mean intensity of its pixels in a channel, counted from 0. */
	public double intensity(final int channel) {
		return intensities[channel];
	}
}
