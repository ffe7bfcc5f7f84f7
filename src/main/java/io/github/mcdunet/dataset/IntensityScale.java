package io.github.mcdunet.dataset;

/** What a {@link Normalization} does to one image: v' = (v - offset) * factor, per channel. Immutable. */
public final class IntensityScale {

	private final float[] offsets;
	private final float[] factors;

	/** @param offsets, factors one per channel; not copied */
	IntensityScale(final float[] offsets, final float[] factors) {
		this.offsets = offsets;
		this.factors = factors;
	}

	/** Number of channels. */
	public int channels() {
		return offsets.length;
	}

	/**
	 * Scales in place the image or any part of it.
	 *
	 * @param pixels [C, ...] row-major: channel c is pixels[c * n .. (c + 1) * n)
	 */
	public void apply(final float[] pixels) {
		final int n = pixels.length / channels();
		for (int c = 0; c < channels(); c++)
			for (int i = c * n; i < (c + 1) * n; i++)
				pixels[i] = (pixels[i] - offsets[c]) * factors[c];
	}
}
