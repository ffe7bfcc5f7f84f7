package io.github.mcdunet.augment;

/**
 * From where in the old picture a pixel of the new one is taken: x' = xx x + xy y + x0, y' = yx x +
 * yy y + y0, in pixels between pixel centres.
 */
record AffineMap(double xx, double xy, double x0, double yx, double yy, double y0) {

	static final AffineMap IDENTITY = new AffineMap(1, 0, 0, 0, 1, 0);

	/** Left becomes right. */
	static AffineMap flipX(final int width) {
		return new AffineMap(-1, 0, width - 1, 0, 1, 0);
	}

	/** Up becomes down. */
	static AffineMap flipY(final int height) {
		return new AffineMap(1, 0, 0, 0, -1, height - 1);
	}

	/**
	 * About the centre of the picture; a positive angle turns what is seen counter-clockwise (y
	 * points down).
	 */
	static AffineMap rotate(final double degrees, final int width, final int height) {
		final double cos = Math.cos(Math.toRadians(degrees)),
			sin = Math.sin(Math.toRadians(degrees));
		final double cx = (width - 1) / 2.0, cy = (height - 1) / 2.0;
		return new AffineMap(cos, -sin, cx - cos * cx + sin * cy, sin, cos,
			cy - sin * cx - cos * cy);
	}

	/** First this map, then the next. */
	AffineMap then(final AffineMap next) {
		return new AffineMap(next.xx * xx + next.xy * yx, next.xx * xy + next.xy * yy,
			next.xx * x0 + next.xy * y0 + next.x0, next.yx * xx + next.yy * yx,
			next.yx * xy + next.yy * yy, next.yx * x0 + next.yy * y0 + next.y0);
	}

	/** The same map, its places moved by (dx, dy). */
	AffineMap shifted(final double dx, final double dy) {
		return dx == 0 && dy == 0 ? this : new AffineMap(xx, xy, x0 + dx, yx, yy, y0 + dy);
	}
}
