package io.github.mcdunet.objects;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Shapes for the tests, as masks and as lists of pixels. */
public final class Shapes {

	/** Whether the pixel whose centre is (x, y) belongs to a shape. */
	interface Shape {

		boolean contains(double x, double y);
	}

	private Shapes() {
	}

	static byte[] mask(final int width, final int height, final Shape shape) {
		final byte[] mask = new byte[width * height];
		for (final int i : pixels(width, height, shape))
			mask[i] = 1;
		return mask;
	}

	public static int[] pixels(final int width, final int height, final Shape shape) {
		final IntPredicate inside = i -> shape.contains(i % width + 0.5, i / width + 0.5);
		return IntStream.range(0, width * height).filter(inside).toArray();
	}

	/** All pixels with left &lt;= x &lt; left + width, top &lt;= y &lt; top + height. */
	public static Shape box(final int left, final int top, final int width, final int height) {
		return (x, y) -> x > left && x < left + width && y > top && y < top + height;
	}

	/** A bar with flat ends, turned around its middle. */
	static Shape bar(final double cx, final double cy, final double length, final double width,
		final double degrees) {
		final double c = Math.cos(Math.toRadians(degrees)), s = Math.sin(Math.toRadians(degrees));
		return (x, y) -> Math.abs((x - cx) * c + (y - cy) * s) <= length / 2
			&& Math.abs((y - cy) * c - (x - cx) * s) <= width / 2;
	}

	/** A bar with round ends; the length holds them. */
	static Shape worm(final double cx, final double cy, final double length, final double width,
		final double degrees) {
		final double c = Math.cos(Math.toRadians(degrees)), s = Math.sin(Math.toRadians(degrees));
		return (x, y) -> {
			final double along = Math.abs((x - cx) * c + (y - cy) * s) - (length - width) / 2;
			return Math.hypot(Math.max(0, along), (y - cy) * c - (x - cx) * s) <= width / 2;
		};
	}

	static Shape ring(final double cx, final double cy, final double inner, final double outer) {
		return (x, y) -> Math.hypot(x - cx, y - cy) <= outer && Math.hypot(x - cx, y - cy) >= inner;
	}
}
