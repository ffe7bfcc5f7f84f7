package io.github.mcdunet.objects;

/** How large and how bright one object of one mask is. */
public final class ObjectSize {

	private final double area;
	private final double length;
	private final double[] intensities;

	ObjectSize(final double area, final double length, final double[] intensities) {
		this.area = area;
		this.length = length;
		this.intensities = intensities;
	}

	/** In the square of the unit of the pixel size. */
	public double area() {
		return area;
	}

	/** Along the skeleton, in the unit of the pixel size; see {@link Ruler}. */
	public double length() {
		return length;
	}

	/** Number of channels, 0 if no intensities were given. */
	public int channels() {
		return intensities.length;
	}

	/** Mean intensity of its pixels in a channel, counted from 0; NaN if it has no pixel. */
	public double intensity(final int channel) {
		return intensities[channel];
	}
}
