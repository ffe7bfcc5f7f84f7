package io.github.mcdunet.objects;

import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.PixelSize;

import org.junit.Test;

public class CentreLineTest {

	private static final PixelSize MICRONS = new PixelSize(0.5, 0.5, "micron");

	@Test
	public void noPixelIsZeroAndOneIsOne() {
		assertEquals(0, CentreLine.length(new int[0], 9, PixelSize.UNCALIBRATED), 0);
		assertEquals(1, CentreLine.length(new int[]{ 31 }, 9, PixelSize.UNCALIBRATED), 1e-12);
	}

	@Test
	public void thinLineIsItsPixels() {
		assertEquals(40, length(50, 9, Shapes.box(5, 4, 40, 1)), 5e-3);
		assertEquals(40, length(9, 50, Shapes.box(4, 5, 1, 40)), 5e-3);
	}

	@Test
	public void barsHaveTheirLength() {
		for (int width = 2; width <= 12; width++) {
			assertEquals("width " + width, 60, length(80, 30, Shapes.box(5, 8, 60, width)), 1.5);
			assertEquals("width " + width, 60, length(30, 80, Shapes.box(8, 5, width, 60)), 1.5);
		}
	}

	/** The skeleton of flat ends runs into a corner: the line is up to 4 % longer. */
	@Test
	public void turnedBarsHaveTheSameLength() {
		for (int degrees = 0; degrees < 180; degrees += 5) {
			assertEquals(degrees + " degrees, flat", 80,
				length(100, 100, Shapes.bar(50.2, 49.7, 80, 7, degrees)), 3.5);
			assertEquals(degrees + " degrees, round", 80,
				length(100, 100, Shapes.worm(50.2, 49.7, 80, 7, degrees)), 2);
		}
	}

	@Test
	public void discHasItsDiameter() {
		assertEquals(31, length(40, 40, Shapes.ring(20.5, 20.5, 0, 15.5)), 1.5);
	}

	/**
	 * Along the middle of the arms: 50 and 40 to the corner of the middle lines, less what
	 * smoothing cuts off the corner.
	 */
	@Test
	public void armsOfAnLAddUp() {
		final Shapes.Shape across = Shapes.box(5, 5, 50, 7), down = Shapes.box(5, 5, 7, 40);
		final Shapes.Shape l = (x, y) -> across.contains(x, y) || down.contains(x, y);
		assertEquals(50 - 3.5 + 40 - 3.5, length(60, 60, l), 2.5);
	}

	@Test
	public void ringIsHalfItsMiddleLine() {
		assertEquals(Math.PI * 30, length(80, 80, Shapes.ring(40, 40, 27, 33)), 3);
	}

	@Test
	public void piecesAddUp() {
		final Shapes.Shape a = Shapes.box(3, 3, 30, 1), b = Shapes.box(40, 3, 12, 1);
		assertEquals(42, length(60, 9, (x, y) -> a.contains(x, y) || b.contains(x, y)), 5e-3);
	}

	@Test
	public void lengthIsInUnits() {
		assertEquals(20,
			CentreLine.length(Shapes.pixels(50, 9, Shapes.box(5, 4, 40, 1)), 50, MICRONS), 5e-3);
		final PixelSize oblong = new PixelSize(2, 0.5, "micron");
		assertEquals(80,
			CentreLine.length(Shapes.pixels(50, 9, Shapes.box(5, 4, 40, 1)), 50, oblong), 2);
		assertEquals(20,
			CentreLine.length(Shapes.pixels(9, 50, Shapes.box(4, 5, 1, 40)), 9, oblong), 0.5);
	}

	private static double length(final int width, final int height, final Shapes.Shape shape) {
		return CentreLine.length(Shapes.pixels(width, height, shape), width,
			PixelSize.UNCALIBRATED);
	}
}
