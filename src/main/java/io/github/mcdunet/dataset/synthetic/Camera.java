package io.github.mcdunet.dataset.synthetic;

/** A camera of 12 bits: the noise of the light and of the reading, and whole counts 0..4095. */
final class Camera {

	private static final double READ_NOISE = 2.5;
	private static final double GAIN = 0.35;

	private Camera() {
	}

	/**
	 * Noise of the light (its variance grows with it) and of the camera's reading, then whole
	 * counts of 12 bits.
	 *
	 * @param scene counts without noise, [H, W] row-major
	 * @param pixels gets the counts
	 * @param start of the scene's first pixel
	 */
	static void photograph(final double[] scene, final float[] pixels, final int start,
		final WormRandom random) {
		for (int i = 0; i < scene.length; i++) {
			final double noise = Math.sqrt(READ_NOISE * READ_NOISE + GAIN * GAIN * 0.3 * scene[i]);
			final long counts = Math.round(scene[i] + noise * random.gaussian());
			pixels[start + i] = Math.min(Math.max(counts, 0), 4095);
		}
	}

	/**
	 * The blur of a lens: a Gaussian, cut off at three standard deviations; what lies outside of
	 * the picture looks like its edge.
	 *
	 * @param scene [size, size] row-major
	 * @param sigma standard deviation in pixels, &gt; 0
	 * @return a new scene
	 */
	static double[] blurred(final double[] scene, final int size, final double sigma) {
		final int reach = (int) Math.ceil(3 * sigma);
		final double[] kernel = new double[2 * reach + 1];
		double sum = 0;
		for (int k = 0; k < kernel.length; k++) {
			final double d = (k - reach) / sigma;
			kernel[k] = StrictMath.exp(-d * d / 2);
			sum += kernel[k];
		}
		final double[] rows = new double[scene.length], both = new double[scene.length];
		for (int i = 0; i < scene.length; i++)
			for (int k = 0; k < kernel.length; k++)
				rows[i] += kernel[k] / sum
					* scene[i / size * size + inside(i % size + k - reach, size)];
		for (int i = 0; i < scene.length; i++)
			for (int k = 0; k < kernel.length; k++)
				both[i] += kernel[k] / sum
					* rows[inside(i / size + k - reach, size) * size + i % size];
		return both;
	}

	private static int inside(final int at, final int size) {
		return Math.max(0, Math.min(size - 1, at));
	}
}
