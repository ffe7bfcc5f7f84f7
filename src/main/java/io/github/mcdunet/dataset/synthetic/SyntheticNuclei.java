package io.github.mcdunet.dataset.synthetic;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Pictures of fluorescent nuclei that touch and partly overlap, each with its exact number: what
 * separates objects can be tried and tested on them without data from elsewhere. One channel,
 * "nuclei", blurred and with noise, whole numbers 0..4095; where nuclei overlap, their light adds
 * up.
 */
public final class SyntheticNuclei {

	private static final int TRIES = 40;

	private final int size;
	private final double scale;

	/**
	 * @param size side of the square pictures in pixels, &gt;= 32; nuclei are 14 to 24 pixels wide
	 * at 256 and change with it, from 10 to 17 on
	 */
	public SyntheticNuclei(final int size) {
		this.size = Pictures.checkedSize(size);
		scale = Math.max(0.7, size / 256.0);
	}

	/**
	 * @param n number of pictures, &gt;= 1
	 * @param seed decides everything random; picture i depends on the seed and on i, not on n
	 * @return images "nuclei-01", "nuclei-02", ... with numbered objects, the same on every
	 * computer
	 */
	public Dataset generate(final int n, final long seed) {
		return new Dataset(Pictures.paint(n, seed, this::picture), List.of("nuclei"));
	}

	private LabeledImage picture(final int index, final WormRandom random) {
		final CellScene scene = new CellScene(size);
		final double[] light = background(random);
		final double mean = 10 * scale;
		final int wanted = (int) Math.max(3,
			Math.round(random.uniform(0.12, 0.28) * size * size / (Math.PI * mean * mean)));
		final double typical = random.logUniform(500, 1500);
		for (int tries = 0; scene.count() < wanted && tries < wanted * TRIES; tries++) {
			final double radius = scale * random.uniform(7, 12);
			final double[] at = scene.place(radius, 0.7, random);
			final Body nucleus = Body.uneven(at[0], at[1], radius, random.uniform(1, 1.25), 0.06,
				random);
			if (scene.add(nucleus, Labels.FOREGROUND))
				shine(light, scene, nucleus, typical * random.logUniform(0.5, 2), random);
		}
		addDust(light, random);
		final float[] pixels = new float[size * size];
		Camera.photograph(Camera.blurred(light, size, 1.1 * scale), pixels, 0, random);
		return new LabeledImage(String.format(Locale.ROOT, "nuclei-%02d", index + 1), 1, pixels,
			scene.labels());
	}

	/** Stray light that is stronger on one side. */
	private double[] background(final WormRandom random) {
		final double[] light = new double[size * size];
		final double angle = random.uniform(0, 2 * Math.PI), slope = random.uniform(0, 60);
		final double cos = StrictMath.cos(angle), sin = StrictMath.sin(angle);
		Arrays.setAll(light, i -> 120 + slope
			* ((i % size / (double) size - 0.5) * cos + (i / size / (double) size - 0.5) * sin));
		return light;
	}

	/** A nucleus shines more in its middle, where it is thicker, and unevenly. */
	private void shine(final double[] light, final CellScene scene, final Body nucleus,
		final double brightness, final WormRandom random) {
		final double wave = 2 * Math.PI / (scale * random.uniform(6, 10)),
			angle = random.uniform(0, Math.PI), phase = random.uniform(0, 2 * Math.PI);
		final double kx = wave * StrictMath.cos(angle), ky = wave * StrictMath.sin(angle);
		for (final int i : scene.pixels(nucleus)) {
			final double grain = StrictMath.sin(kx * (i % size) + ky * (i / size) + phase);
			light[i] += brightness
				* (0.65 + 0.35 * Math.min(1, 2 * scene.depth(nucleus, i)) + 0.12 * grain);
		}
	}

	/** Bright specks, too small for nuclei. */
	private void addDust(final double[] light, final WormRandom random) {
		final CellScene specks = new CellScene(size);
		for (int k = random.index(6); k > 0; k--) {
			final double radius = scale * random.uniform(1, 2.2),
				brightness = random.logUniform(200, 1500);
			final Body speck = Body.uneven(random.uniform(0, size), random.uniform(0, size), radius,
				1, 0.1, random);
			for (final int i : specks.pixels(speck))
				light[i] += brightness;
		}
	}
}
