package io.github.mcdunet.dataset.synthetic;

import io.github.mcdunet.dataset.Labels;

/**
 * What the microscope would see without noise, built up body by body: transmitted light,
 * fluorescence and the true mask.
 */
final class WormScene {

	private final int size;
	private final double[] light;
	private final double[] glow;
	private final byte[] mask;
	private final int[] worms;
	private int count;

	WormScene(final int size, final Well well) {
		this.size = size;
		light = new double[size * size];
		glow = new double[size * size];
		mask = new byte[size * size];
		worms = new int[size * size];
		for (int y = 0, i = 0; y < size; y++)
			for (int x = 0; x < size; x++, i++) {
				light[i] = well.light(x, y);
				glow[i] = 92 + light[i] * 0.0015;
			}
	}

	/** @param brightness of the fluorescence in counts */
	void add(final WormBody worm, final double darkness, final double brightness,
		final WormRandom random) {
		final Layer layer = new Layer(size, size / 400.0);
		layer.draw(worm, new Grain(worm.discs(), random));
		layer.apply(light, glow, darkness, brightness);
		count++;
		for (int i = 0; i < mask.length; i++)
			if (layer.depth(i) >= 0) {
				mask[i] = 1;
				worms[i] = count;
			}
	}

	/** A speck that is not foreground: one disc or a clump of them. */
	void addDebris(final double x, final double y, final double radius, final double darkness,
		final double brightness, final WormRandom random) {
		final Layer layer = new Layer(size, size / 400.0);
		final int discs = random.event(0.5) ? 1 : 2 + random.index(6);
		final double grain = random.uniform(-0.3, 0.3);
		for (int k = 0; k < discs; k++) {
			final double spread = k == 0 ? 0 : 1.3 * radius;
			layer.disc(x + random.uniform(-spread, spread), y + random.uniform(-spread, spread),
				radius * (k == 0 ? 1 : random.uniform(0.4, 1)), grain);
		}
		layer.apply(light, glow, darkness, brightness);
	}

	double[] light() {
		return light;
	}

	double[] glow() {
		return glow;
	}

	/** [H, W] row-major, 1 where a pixel's centre lies in a worm. */
	Labels mask() {
		return Labels.ofClasses(mask, size, size);
	}

	/** The same, each worm with its number; where two cross, the later one lies on top. */
	Labels numbered() {
		return Labels.of(mask, worms, size, size, count);
	}
}
