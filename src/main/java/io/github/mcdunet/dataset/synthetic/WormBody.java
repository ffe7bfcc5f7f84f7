package io.github.mcdunet.dataset.synthetic;

/**
 * The body of a synthetic worm: the union of discs along a curved centre line, thick in the middle,
 * blunt at the head and pointed at the tail. In pixels.
 */
final class WormBody {

	/** Distance of the discs' centres, small beside their radii. */
	private static final double STEP = 0.25;

	private final double[] x;
	private final double[] y;
	private final double[] radius;

	private WormBody(final int n) {
		x = new double[n];
		y = new double[n];
		radius = new double[n];
	}

	/**
	 * @param x0 middle of the centre line
	 * @param y0 middle of the centre line
	 * @param scale 1 = a worm of about 75 x 8 pixels
	 * @param straight dead worms lie straight, living ones bend and curl
	 */
	static WormBody random(final double x0, final double y0, final double scale,
		final boolean straight, final WormRandom random) {
		final double length = scale * random.uniform(62, 88);
		final double thickness = Math.max(1.5, scale * random.uniform(3.2, 4.3));
		final boolean curled = !straight && random.event(0.2);
		final double turn = random.sign() * (straight ? random.uniform(0, 0.4)
			: curled ? random.uniform(3, 5.5) : random.uniform(0, 1.5));
		final double swing = straight ? random.uniform(0, 0.15)
			: curled ? 0.2 : random.uniform(0.4, 1.3);
		final double waves = random.uniform(0.7, 1.4), phase = random.uniform(0, 2 * Math.PI);
		final double heading = random.uniform(0, 2 * Math.PI);
		final WormBody body = new WormBody((int) StrictMath.ceil(length / STEP) + 1);
		double px = x0, py = y0;
		for (int i = 0; i < body.x.length; i++) {
			final double u = i / (body.x.length - 1.0);
			final double angle = heading + turn * u
				+ swing * StrictMath.sin(2 * Math.PI * waves * u + phase);
			px += STEP * StrictMath.cos(angle);
			py += STEP * StrictMath.sin(angle);
			body.set(i, px, py, thickness * profile(u));
		}
		body.centre(x0, y0);
		return body;
	}

	/** Relative thickness at u = 0 (head) .. 1 (tail). */
	private static double profile(final double u) {
		final double head = Math.min(1, 0.35 + 0.65 * StrictMath.sqrt(Math.min(1, u / 0.2)));
		final double tail = Math.min(1,
			0.15 + 0.85 * StrictMath.pow(Math.min(1, (1 - u) / 0.4), 0.8));
		return head * tail;
	}

	private void set(final int i, final double px, final double py, final double r) {
		x[i] = px;
		y[i] = py;
		radius[i] = r;
	}

	private void centre(final double x0, final double y0) {
		final double dx = x0 - x[x.length / 2], dy = y0 - y[y.length / 2];
		for (int i = 0; i < x.length; i++) {
			x[i] += dx;
			y[i] += dy;
		}
	}

	int discs() {
		return x.length;
	}

	double x(final int disc) {
		return x[disc];
	}

	double y(final int disc) {
		return y[disc];
	}

	double radius(final int disc) {
		return radius[disc];
	}

	/** Whether the whole centre line lies in the well. */
	boolean isInside(final Well well) {
		for (int i = 0; i < x.length; i++)
			if (well.depth(x[i], y[i]) < 0.5 * radius[i]) return false;
		return true;
	}
}
