package io.github.mcdunet.dataset.synthetic;

/**
 * The well of a plate in transmitted light: a bright rounded rectangle, lit unevenly, in the dark.
 * In pixels.
 */
final class Well {

	private static final double BACKGROUND = 110;

	private final int size;
	private final double x;
	private final double y;
	private final double halfWidth;
	private final double halfHeight;
	private final double corner;
	private final double lampX;
	private final double lampY;
	private final double lampWidth;
	private final double lampShare;
	private final double brightness;

	Well(final int size, final WormRandom random) {
		this.size = size;
		x = size * random.uniform(0.47, 0.53);
		y = size * random.uniform(0.49, 0.57);
		halfWidth = size * random.uniform(0.295, 0.315);
		halfHeight = size * random.uniform(0.395, 0.415);
		corner = size * random.uniform(0.1, 0.16);
		lampX = x + size * random.uniform(-0.1, 0.06);
		lampY = y + size * random.uniform(-0.06, 0.06);
		lampWidth = size * random.uniform(0.16, 0.24);
		lampShare = random.uniform(0.35, 0.6);
		brightness = random.uniform(2300, 2900);
	}

	/** Distance to the wall, positive inside (the signed distance of a rounded box). */
	double depth(final double px, final double py) {
		final double qx = Math.abs(px - x) - halfWidth + corner,
			qy = Math.abs(py - y) - halfHeight + corner;
		final double ax = Math.max(qx, 0), ay = Math.max(qy, 0);
		return corner - Math.sqrt(ax * ax + ay * ay) - Math.min(Math.max(qx, qy), 0);
	}

	double area() {
		return 4 * halfWidth * halfHeight - (4 - Math.PI) * corner * corner;
	}

	/** A place in the box around the well. */
	double[] randomPoint(final WormRandom random) {
		return new double[]{ x + random.uniform(-halfWidth, halfWidth),
			y + random.uniform(-halfHeight, halfHeight) };
	}

	/** Brightfield counts of the empty well. */
	double light(final double px, final double py) {
		final double depth = depth(px, py) * 400 / size;
		final double dx = (px - lampX) / lampWidth, dy = (py - lampY) / lampWidth;
		final double r2 = dx * dx + dy * dy;
		final double lamp = lampShare * StrictMath.exp(-r2 / 2) + (1 - lampShare) / (1 + 0.06 * r2);
		final double wall = 1 / (1 + StrictMath.exp(-depth / 0.8));
		final double shade = 1 - 0.55 * StrictMath.exp(-Math.max(depth, 0) / 4.0);
		final double stray = 45 * StrictMath.exp(-Math.max(-depth, 0) / 35.0);
		return BACKGROUND + stray + brightness * lamp * wall * shade;
	}
}
