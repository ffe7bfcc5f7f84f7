package io.github.mcdunet.view.figure;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.view.chart.PngFile;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FigureMontageTest {

	private static final int CELL = 64;
	private static final int WIDTH = 32;
	private static final int HEIGHT = 16;
	private static final float LN2 = (float) Math.log(2);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	/**
	 * Left half of channel 0 is 100, right half 300, channel 1 the other way round; true mask
	 * right; p = 0.5 at the top, 0 below.
	 */
	private static LabeledImage sample(final String name, final int channels) {
		final float[] pixels = new float[channels * WIDTH * HEIGHT];
		final byte[] mask = new byte[WIDTH * HEIGHT];
		for (int i = 0; i < mask.length; i++) {
			final boolean right = i % WIDTH >= WIDTH / 2;
			mask[i] = (byte) (right ? 1 : 0);
			for (int c = 0; c < channels; c++)
				pixels[c * mask.length + i] = right == (c % 2 == 0) ? 300 : 100;
		}
		return new LabeledImage(name, channels, pixels, Labels.ofMask(mask, WIDTH, HEIGHT));
	}

	private static UncertaintyMaps maps(final int width, final int height) {
		final float[] p = new float[width * height], u = new float[width * height];
		Arrays.fill(p, 0, p.length / 2, 0.5f);
		Arrays.fill(u, 0, u.length / 2, LN2);
		return new UncertaintyMaps(width, height, 5, p, u, new float[p.length],
			new float[p.length]);
	}

	private static FigureMontage figure(final int rows) {
		final FigureMontage figure = new FigureMontage(CELL);
		for (int i = 0; i < rows; i++)
			figure.add(sample("image " + i, 2), maps(WIDTH, HEIGHT), 0.5);
		return figure;
	}

	@Test
	public void cellsShowWhatTheyShould() {
		final FigureMontage figure = figure(2);
		final BufferedImage image = figure.render();
		final int black = 0x000000, white = 0xFFFFFF;
		for (int row = 0; row < 2; row++) {
			assertQuarters(image, figure.cell(row, 0), black, white, black, white);
			assertQuarters(image, figure.cell(row, 1), white, black, white, black);
			assertQuarters(image, figure.cell(row, 2), black, white, black, white);
			assertQuarters(image, figure.cell(row, 3), white, white, black, black);
			assertQuarters(image, figure.cell(row, 4), ColorMap.magma(1), ColorMap.magma(1),
				ColorMap.magma(0), ColorMap.magma(0));
		}
	}

	@Test
	public void cellsKeepTheImagesProportions() {
		assertEquals(CELL, figure(1).cell(0, 0).width);
		assertEquals(CELL / 2, figure(1).cell(0, 0).height);
	}

	@Test
	public void whiteLiesBetweenCells() {
		final FigureMontage figure = figure(3);
		final BufferedImage image = figure.render();
		final Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
		for (int r = 0; r < 3; r++)
			for (int c = 0; c < 5; c++) {
				final Rectangle cell = figure.cell(r, c);
				assertTrue(all.contains(cell));
				for (int x = 0; x < CELL; x++)
					assertEquals(0xFFFFFF, rgb(image, cell.x + x, cell.y - 1));
				for (int y = 0; y < cell.height; y++) {
					assertEquals(0xFFFFFF, rgb(image, cell.x - 1, cell.y + y));
					assertEquals(0xFFFFFF, rgb(image, cell.x + CELL, cell.y + y));
				}
			}
	}

	/** Title, row name and Dice are dark on white where they belong. */
	@Test
	public void textIsThere() {
		final FigureMontage figure = figure(1);
		final BufferedImage image = figure.render();
		final Rectangle first = figure.cell(0, 0), predicted = figure.cell(0, 3),
			truth = figure.cell(0, 2);
		assertTrue(hasInk(image, new Rectangle(first.x, 0, CELL, first.y)));
		assertTrue(hasInk(image, new Rectangle(0, first.y, first.x, first.height)));
		final int below = image.getHeight() - truth.y - truth.height;
		assertTrue(
			hasInk(image, new Rectangle(predicted.x, predicted.y + predicted.height, CELL, below)));
		assertFalse(hasInk(image, new Rectangle(truth.x, truth.y + truth.height, CELL, below)));
	}

	@Test
	public void calibrationBarRunsFromZeroToTheLargestEntropy() {
		final FigureMontage figure = figure(2);
		final BufferedImage image = figure.render();
		final Rectangle bar = figure.bar();
		final int middle = (int) bar.getCenterX(), bottom = bar.y + bar.height - 1;
		assertEquals(ColorMap.magma(1), rgb(image, middle, bar.y));
		assertEquals(ColorMap.magma(0), rgb(image, middle, bottom));
		assertTrue(bar.x > figure.cell(0, 4).getMaxX());
	}

	/** 1000 pixels: the three darkest and brightest are beyond the 0.3rd and 99.7th percentile. */
	@Test
	public void contrastLeavesOutTheExtremes() {
		final float[] pixels = new float[1000];
		for (int i = 0; i < 1000; i++)
			pixels[i] = i < 3 ? -9999 : i >= 997 ? 9999 : i < 500 ? 20 : i < 750 ? 30 : 40;
		final FigureMontage figure = new FigureMontage(100);
		figure.add(new LabeledImage("extremes", 1, pixels, Labels.ofMask(new byte[1000], 100, 10)),
			maps(100, 10), 0.5);
		final BufferedImage image = figure.render();
		final Rectangle cell = figure.cell(0, 0);
		assertEquals(0x000000, rgb(image, cell.x, cell.y));
		assertEquals(0x000000, rgb(image, cell.x + 50, cell.y + 2));
		assertEquals(0x808080, rgb(image, cell.x + 50, cell.y + 6));
		assertEquals(0xFFFFFF, rgb(image, cell.x + 50, cell.y + 8));
		assertEquals(0xFFFFFF, rgb(image, cell.x + 99, cell.y + 9));
	}

	@Test
	public void mapsOfAnotherSizeAndOtherChannelsAreTold() {
		final FigureMontage figure = figure(1);
		final String size = assertThrows(McdUnetException.class,
			() -> figure.add(sample("A07", 2), maps(8, 8), 0.5)).getMessage();
		assertTrue(size, size.contains("'A07' is 32 x 16") && size.contains("8 x 8"));
		final String channels = assertThrows(McdUnetException.class,
			() -> figure.add(sample("A08", 1), maps(WIDTH, HEIGHT), 0.5)).getMessage();
		assertTrue(channels, channels.contains("'A08' has 1 channel,"));
	}

	@Test
	public void emptyFigureAndTinyCellsAreTold() {
		assertThrows(McdUnetException.class, () -> new FigureMontage(CELL).render());
		assertThrows(McdUnetException.class, () -> new FigureMontage(10));
	}

	@Test
	public void pngHoldsEveryPixelAndReplacesTheOldFile() throws IOException {
		final Path file = folder.getRoot().toPath().resolve("figure.png");
		Files.write(file, new byte[]{ 1, 2, 3 });
		final BufferedImage image = figure(1).render();
		PngFile.write(image, file);
		final BufferedImage read = ImageIO.read(file.toFile());
		final int w = image.getWidth(), h = image.getHeight();
		assertArrayEquals(image.getRGB(0, 0, w, h, null, 0, w),
			read.getRGB(0, 0, w, h, null, 0, w));
		assertArrayEquals(new String[]{ "figure.png" }, folder.getRoot().list());
	}

	@Test
	public void pngThatCannotBeWrittenIsTold() {
		final Path file = folder.getRoot().toPath().resolve("no folder").resolve("figure.png");
		final String message = assertThrows(McdUnetException.class,
			() -> PngFile.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), file))
			.getMessage();
		assertTrue(message,
			message.contains("figure.png") && message.contains("There is no folder"));
	}

	/** Colours in the middle of the top left, top right, bottom left and bottom right quarter. */
	private static void assertQuarters(final BufferedImage image, final Rectangle cell,
		final int... colors) {
		for (int q = 0; q < 4; q++)
			assertEquals("quarter " + q, colors[q],
				rgb(image, cell.x + cell.width * (1 + 2 * (q % 2)) / 4,
					cell.y + cell.height * (1 + 2 * (q / 2)) / 4));
	}

	private static boolean hasInk(final BufferedImage image, final Rectangle area) {
		for (int y = area.y; y < area.getMaxY(); y++)
			for (int x = area.x; x < area.getMaxX(); x++)
				if ((rgb(image, x, y) & 255) < 0x80) return true;
		return false;
	}

	private static int rgb(final BufferedImage image, final int x, final int y) {
		return image.getRGB(x, y) & 0xFFFFFF;
	}

	/** Two objects of two classes side by side in the upper half, nothing below. */
	@Test
	public void objectsHaveTheirClassesColoursAndALineBetween() {
		final int[] objects = new int[WIDTH * HEIGHT];
		final byte[] classes = new byte[objects.length];
		for (int i = 0; i < objects.length / 2; i++) {
			classes[i] = (byte) (i % WIDTH < WIDTH / 2 ? 1 : 2);
			objects[i] = classes[i];
		}
		final List<LabelClass> names = LabelClass.unnamed(3);
		final FigureMontage figure = new FigureMontage(CELL, List.of(), names);
		final LabeledImage image = sample("a", 1);
		figure.add(
			new LabeledImage("a", 1, image.pixels(), Labels.ofClasses(classes, WIDTH, HEIGHT)),
			maps(WIDTH, HEIGHT), Labels.of(classes, objects, WIDTH, HEIGHT, 2));
		final BufferedImage picture = figure.render();
		final Rectangle truth = figure.cell(0, 1), predicted = figure.cell(0, 2),
			entropy = figure.cell(0, 3);
		for (final Rectangle cell : List.of(truth, predicted)) {
			assertEquals(names.get(1).color(), rgb(picture, cell, CELL / 4, 3));
			assertEquals(names.get(2).color(), rgb(picture, cell, 3 * CELL / 4, 3));
			assertEquals(0, rgb(picture, cell, CELL / 4, cell.height - 3));
		}
		assertEquals("a line", 0, rgb(picture, predicted, CELL / 2 - 1, 3));
		assertEquals("no objects, no line", names.get(1).color(),
			rgb(picture, truth, CELL / 2 - 1, 3));
		assertEquals("of ln 3", ColorMap.magma(Math.log(2) / Math.log(3)),
			rgb(picture, entropy, 3, 3));
	}

	private static int rgb(final BufferedImage picture, final Rectangle cell, final int x,
		final int y) {
		return picture.getRGB(cell.x + x, cell.y + y) & 0xffffff;
	}
}
