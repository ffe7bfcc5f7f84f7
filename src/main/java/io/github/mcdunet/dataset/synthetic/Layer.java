package io.github.mcdunet.dataset.synthetic;

import java.util.Arrays;

/**
 * One thing in the light path, as the union of discs: how deep each pixel's centre lies in it, and
 * how grainy it is there.
 */
final class Layer {

	/** How far outside of a disc its light is still bent, in pixels. */
	private static final double REACH = 4;

	private final int size;
	private final double scale;
	private final double[] depth;
	private final double[] inner;
	private final double[] grain;

	/** @param scale pixels per unit of the optics: the width of soft edges and bright fringes */
	Layer(final int size, final double scale) {
		this.size = size;
		this.scale = Math.max(0.5, scale);
		depth = new double[size * size];
		inner = new double[size * size];
		grain = new double[size * size];
		Arrays.fill(depth, Double.NEGATIVE_INFINITY);
	}

	void draw(final WormBody worm, final Grain along) {
		for (int i = 0; i < worm.discs(); i++)
			disc(worm.x(i), worm.y(i), worm.radius(i), along.at(i));
	}

	void disc(final double cx, final double cy, final double radius, final double grainHere) {
		final int left = (int) Math.max(0, Math.ceil(cx - radius - REACH));
		final int right = (int) Math.min(size - 1, Math.floor(cx + radius + REACH));
		final int top = (int) Math.max(0, Math.ceil(cy - radius - REACH));
		final int bottom = (int) Math.min(size - 1, Math.floor(cy + radius + REACH));
		for (int y = top; y <= bottom; y++)
			for (int x = left; x <= right; x++) {
				final double dx = x - cx, dy = y - cy;
				final double d = radius - Math.sqrt(dx * dx + dy * dy);
				final int i = y * size + x;
				if (d > depth[i]) {
					depth[i] = d;
					inner[i] = d / radius;
					grain[i] = grainHere;
				}
			}
	}

	/**
	 * Distance from the pixel's centre to the outline, positive inside; negative infinity far
	 * outside.
	 */
	double depth(final int i) {
		return depth[i];
	}

	/**
	 * Takes light away and adds fluorescence.
	 *
	 * @param darkness share of the light that is lost inside, 0..1
	 * @param brightness counts of the fluorescence inside
	 */
	void apply(final double[] light, final double[] glow, final double darkness,
		final double brightness) {
		for (int i = 0; i < depth.length; i++) {
			if (depth[i] < -REACH) continue;
			final double edge = depth[i] / (0.7 * scale);
			final double coverage = 1 / (1 + StrictMath.exp(-2 * edge));
			// NB: bodies are darkest at their outline and lighter along the middle, as lenses are.
			final double middle = Math.max(0, inner[i]);
			final double loss = darkness * (1 + 0.2 * grain[i]) * (1 - 0.35 * middle * middle);
			final double fringe = 0.05 * StrictMath.exp(-(edge + 3) * (edge + 3) / 2);
			light[i] *= 1 - coverage * Math.min(loss, 0.95) + fringe * darkness;
			glow[i] += brightness * coverage * (0.6 + 0.4 * middle) * (1 + 0.5 * grain[i]);
		}
	}
}
