package io.github.mcdunet.dataset.synthetic;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Pictures of worms in a well with exact masks, to try the plugin and to test it without data from
 * elsewhere. They look like the images of BBBC010 (Ljosa et al. 2012, doi:10.1038/nmeth.2083):
 * channel "fluorescence" is dark but for some dead worms, channel "brightfield" shows dark worms,
 * which bend, touch and cross, and debris in a bright, unevenly lit well. Whole numbers 0..4095, as
 * from a camera of 12 bits.
 */
public final class SyntheticWorms {

	/** Pixels of the well for each worm, at scale 1. */
	private static final double AREA_PER_WORM = 5300;
	private static final int TRIES = 60;

	private final int size;
	private final double scale;
	private final boolean numbered;

	/**
	 * @param size side of the square pictures in pixels, &gt;= 32; worms are 75 x 8 pixels at 400
	 * and shrink with it, to 30 x 3.5
	 */
	public SyntheticWorms(final int size) {
		this(size, false);
	}

	private SyntheticWorms(final int size, final boolean numbered) {
		this.size = Pictures.checkedSize(size);
		this.numbered = numbered;
		this.scale = Math.max(0.4, size / 400.0);
	}

	/**
	 * The same pictures, but each worm has its number; where two cross, one lies on top and may cut
	 * the other into parts, which have one number.
	 */
	public SyntheticWorms numbered() {
		return new SyntheticWorms(size, true);
	}

	/**
	 * @param n number of pictures, &gt;= 1
	 * @param seed decides everything random; picture i depends on the seed and on i, not on n
	 * @return images "worms-01", "worms-02", ..., the same on every computer
	 */
	public Dataset generate(final int n, final long seed) {
		return new Dataset(Pictures.paint(n, seed, this::picture),
			Arrays.asList("fluorescence", "brightfield"));
	}

	private LabeledImage picture(final int index, final WormRandom random) {
		final Well well = new Well(size, random);
		final WormScene scene = new WormScene(size, well);
		addDebris(scene, well, random);
		addWorms(scene, well, random);
		final float[] pixels = new float[2 * size * size];
		Camera.photograph(scene.glow(), pixels, 0, random);
		Camera.photograph(scene.light(), pixels, size * size, random);
		return new LabeledImage(String.format(Locale.ROOT, "worms-%02d", index + 1), 2, pixels,
			numbered ? scene.numbered() : scene.mask());
	}

	private void addWorms(final WormScene scene, final Well well, final WormRandom random) {
		final double expected = well.area() / (AREA_PER_WORM * scale * scale);
		final int n = (int) Math.max(1, Math.round(expected * random.uniform(0.7, 1.3)));
		final double deadShare = random.uniform(0, 0.7);
		final List<WormBody> worms = new ArrayList<>();
		for (int tries = 0; worms.size() < n && tries < n * TRIES; tries++) {
			final boolean dead = random.event(deadShare);
			final double[] at = place(worms, well, random);
			final WormBody worm = WormBody.random(at[0], at[1], scale, dead, random);
			if (!worm.isInside(well)) continue;
			worms.add(worm);
			scene.add(worm, random.uniform(0.35, 0.75),
				dead ? random.logUniform(20, 3000) : random.uniform(0, 10), random);
		}
	}

	/** Often beside another worm, so that they touch and cross. */
	private double[] place(final List<WormBody> worms, final Well well, final WormRandom random) {
		if (worms.isEmpty() || random.event(0.7)) return well.randomPoint(random);
		final WormBody other = worms.get(random.index(worms.size()));
		final int disc = random.index(other.discs());
		final double far = 20 * scale;
		return new double[]{ other.x(disc) + random.uniform(-far, far),
			other.y(disc) + random.uniform(-far, far) };
	}

	private void addDebris(final WormScene scene, final Well well, final WormRandom random) {
		final int n = 15 + random.index(25);
		for (int k = 0; k < n; k++) {
			final double[] at = well.randomPoint(random);
			final double radius = scale * random.logUniform(0.8, 6);
			if (well.depth(at[0], at[1]) < radius) continue;
			final boolean faint = random.event(0.5);
			scene.addDebris(at[0], at[1], radius,
				faint ? random.uniform(0.05, 0.2) : random.uniform(0.3, 0.8),
				random.event(0.25) ? random.logUniform(10, 1500) : 0, random);
		}
	}
}
