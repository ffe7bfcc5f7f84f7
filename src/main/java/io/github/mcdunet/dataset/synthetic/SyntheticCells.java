package io.github.mcdunet.dataset.synthetic;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Pictures of two kinds of cells on a bright background, round ones and rods, with the exact class
 * and number of each: a scene of three classes. Round cells are paler in the middle, rods are
 * darker and the same throughout; both overlap in grey values, so that shape tells them apart. One
 * channel, "brightfield", blurred and with noise, whole numbers 0..4095.
 */
public final class SyntheticCells {

	/** The class of round cells. */
	public static final byte ROUND = 1;

	/** The class of rods. */
	public static final byte ROD = 2;

	/** Names of the classes from the first one on. */
	public static final List<String> CLASSES = List.of("round cells", "rods");

	private static final int TRIES = 40;

	private final int size;
	private final double scale;

	/**
	 * @param size side of the square pictures in pixels, &gt;= 32; round cells are 12 to 20 pixels
	 * wide at 256, rods 20 to 36 long and 5 to 8 wide; they change with it, down to 0.7 times that
	 */
	public SyntheticCells(final int size) {
		this.size = Pictures.checkedSize(size);
		scale = Math.max(0.7, size / 256.0);
	}

	/**
	 * @param n number of pictures, &gt;= 1
	 * @param seed decides everything random; picture i depends on the seed and on i, not on n
	 * @return images "cells-01", "cells-02", ... with the classes {@link #ROUND} and {@link #ROD}
	 * and numbered objects, the same on every computer
	 */
	public Dataset generate(final int n, final long seed) {
		return new Dataset(Pictures.paint(n, seed, this::picture), List.of("brightfield"),
			List.of(LabelClass.OF_MASKS.get(0), LabelClass.of(CLASSES.get(0), ROUND),
				LabelClass.of(CLASSES.get(1), ROD)));
	}

	private LabeledImage picture(final int index, final WormRandom random) {
		final CellScene scene = new CellScene(size);
		final double[] light = new double[size * size];
		final double lampX = random.uniform(0.3, 0.7), lampY = random.uniform(0.3, 0.7);
		Arrays.setAll(light, i -> {
			final double dx = i % size / (double) size - lampX,
				dy = i / size / (double) size - lampY;
			return 2400 * (1 - 0.25 * (dx * dx + dy * dy));
		});
		final int wanted = (int) Math.max(4,
			Math.round(random.uniform(0.1, 0.2) * size * size / (180 * scale * scale)));
		for (int tries = 0; scene.count() < wanted && tries < wanted * TRIES; tries++) {
			// the first two are one of each
			final boolean rod = scene.count() < 2 ? scene.count() == 1 : random.event(0.5);
			final double radius = scale * (rod ? random.uniform(2.5, 4) : random.uniform(6, 10));
			final double[] at = scene.place(radius, 0.5, random);
			final Body body = rod
				? Body.rod(at[0], at[1], scale * random.uniform(20, 36), radius,
					random.uniform(0, Math.PI))
				: Body.uneven(at[0], at[1], radius, random.uniform(1, 1.1), 0.04, random);
			if (scene.add(body, rod ? ROD : ROUND)) darken(light, scene, body, rod, random);
		}
		final float[] pixels = new float[size * size];
		Camera.photograph(Camera.blurred(light, size, 0.9 * scale), pixels, 0, random);
		return new LabeledImage(String.format(Locale.ROOT, "cells-%02d", index + 1), 1, pixels,
			scene.labels());
	}

	private static void darken(final double[] light, final CellScene scene, final Body body,
		final boolean rod, final WormRandom random) {
		final double loss = rod ? random.uniform(0.3, 0.55) : random.uniform(0.25, 0.45);
		for (final int i : scene.pixels(body)) {
			final double paler = rod ? 0 : 0.7 * Math.min(1, scene.depth(body, i));
			light[i] *= 1 - loss * (1 - paler);
		}
	}
}
