package io.github.mcdunet.dataset.synthetic;

/** The outline of a made-up cell or nucleus. In pixels; a pixel's centre has whole coordinates. */
interface Body {

	double x();

	double y();

	/** How far from its middle the body may reach. */
	double reach();

	/** 1 in the middle, 0 on the outline, negative outside. */
	double depth(double px, double py);

	/** An ellipse whose outline is a little uneven, as those of nuclei are. */
	static Body uneven(final double x, final double y, final double radius, final double longer,
		final double unevenness, final WormRandom random) {
		final double angle = random.uniform(0, Math.PI);
		final double cos = StrictMath.cos(angle), sin = StrictMath.sin(angle);
		final double a = radius * longer, b = radius / longer;
		final double two = unevenness * random.uniform(-1, 1),
			three = unevenness * random.uniform(-1, 1);
		final double phaseTwo = random.uniform(0, 2 * Math.PI),
			phaseThree = random.uniform(0, 2 * Math.PI);
		return new Round(x, y, a * (1 + 2 * unevenness), (px, py) -> {
			final double u = ((px - x) * cos + (py - y) * sin) / a,
				v = ((py - y) * cos - (px - x) * sin) / b;
			final double theta = StrictMath.atan2(v, u);
			final double edge = 1 + two * StrictMath.cos(2 * theta + phaseTwo)
				+ three * StrictMath.cos(3 * theta + phaseThree);
			return 1 - Math.sqrt(u * u + v * v) / edge;
		});
	}

	/** A rod with round ends. */
	static Body rod(final double x, final double y, final double length, final double radius,
		final double angle) {
		final double cos = StrictMath.cos(angle), sin = StrictMath.sin(angle);
		final double half = Math.max(0, length / 2 - radius);
		return new Round(x, y, length / 2 + 1, (px, py) -> {
			final double along = (px - x) * cos + (py - y) * sin,
				across = (py - y) * cos - (px - x) * sin;
			final double beyond = Math.max(0, Math.abs(along) - half);
			return 1 - Math.sqrt(beyond * beyond + across * across) / radius;
		});
	}

	/** How deep a place lies. */
	@FunctionalInterface
	interface Depth {

		double at(double px, double py);
	}

	/** A body by its parts. */
	record Round(double x, double y, double reach, Depth shape) implements Body {

		@Override
		public double depth(final double px, final double py) {
			return shape.at(px, py);
		}
	}
}
