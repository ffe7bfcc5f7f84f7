package io.github.mcdunet.view.chart;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.evaluation.comparison.ModelComparison;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.Test;

public class ComparisonPlotTest {

	private static final int BLUE = 0x99BBDD;
	private static final int VERMILION = 0xD55E00;

	private static BufferedImage plot(final double... medians) {
		final SplittableRandom random = new SplittableRandom(1);
		final double[] a = new double[14], b = new double[14];
		for (int i = 0; i < 14; i++) {
			a[i] = medians[0] + 0.1 * (random.nextDouble() - 0.5);
			b[i] = medians[1] + 0.1 * (random.nextDouble() - 0.5);
		}
		b[3] = medians[1] - 0.3;
		return ComparisonPlot.render(
			new ModelComparison(Collections.nCopies(14, "i"), List.of("One", "Two"), List.of(a, b)),
			"Dice");
	}

	/** The first model is in the left half. */
	@Test
	public void theBetterModelsBoxIsHigher() {
		final BufferedImage plot = plot(0.6, 0.8);
		assertTrue(middle(plot, true) - middle(plot, false) > 50);
		final BufferedImage swapped = plot(0.8, 0.6);
		assertTrue(middle(swapped, false) - middle(swapped, true) > 50);
		assertTrue(count(plot, VERMILION, 0, 640) > 200);
	}

	/** Mean row of the box's pixels above the legend. */
	private static double middle(final BufferedImage plot, final boolean left) {
		double sum = 0, n = 0;
		for (int y = 0; y < 500; y++) {
			final int inRow = count(plot.getSubimage(0, y, 640, 1), BLUE, left ? 0 : 340,
				left ? 340 : 640);
			sum += y * inRow;
			n += inRow;
		}
		assertTrue("no box", n > 200);
		return sum / n;
	}

	@Test
	public void equalScoresOfOneImageStillDraw() {
		final BufferedImage plot = ComparisonPlot.render(new ModelComparison(List.of("i"),
			List.of("a", "b"), List.of(new double[]{ 1 }, new double[]{ 1 })), "Dice");
		assertEquals(640, plot.getWidth());
		assertEquals(560, plot.getHeight());
		assertTrue(count(plot, VERMILION, 0, 640) > 20);
	}

	private static int count(final BufferedImage plot, final int color, final int from,
		final int to) {
		int count = 0;
		for (int y = 0; y < plot.getHeight(); y++)
			for (int x = from; x < to; x++)
				if ((plot.getRGB(x, y) & 0xFFFFFF) == color) count++;
		return count;
	}

	/** To look at the picture: give its file. */
	public static void main(final String[] arguments) {
		final Path file = Paths.get(arguments[0]);
		PngFile.write(plot(0.75, 0.8), file);
	}
}
