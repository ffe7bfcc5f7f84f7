package io.github.mcdunet.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.Truth;
import io.github.mcdunet.imagej.TruthMasks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FolderImportTest {

	private static final String NAME = "1649_1109_0003_Amp5-1_B_20070424_%s_w%d_9E84F49F-1B25-4E7E-8040-D1BB2D7E73EA.tif";

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path folder;

	@Before
	public void makeFolder() throws IOException {
		folder = temporary.newFolder("plate 1").toPath();
		Files.createDirectories(folder.resolve("masks"));
		for (final String well : new String[]{ "A01", "A02", "B01" })
			writeWell(well);
	}

	private void writeWell(final String well) throws IOException {
		for (int c = 1; c <= 2; c++)
			writeImage(well, c, 4, 3);
		writeMask(well, 4, 3);
	}

	/** 16 bit; the pixel's number + 1000 times the channel. */
	private void writeImage(final String well, final int channel, final int width,
		final int height) {
		final ShortProcessor p = new ShortProcessor(width, height);
		for (int i = 0; i < width * height; i++)
			p.set(i, 1000 * channel + i);
		new FileSaver(new ImagePlus("x", p))
			.saveAsTiff(folder.resolve(String.format(NAME, well, channel)).toString());
	}

	/** RGBA, white in the pixel at (1, 1). */
	private void writeMask(final String well, final int width, final int height)
		throws IOException {
		final BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				mask.setRGB(x, y, x == 1 && y == 1 ? 0xffffffff : 0xff000000);
		ImageIO.write(mask, "png", folder.resolve("masks").resolve(well + "_binary.png").toFile());
	}

	/** Numbers stay what they are, also when they are scaled; what is no number is left out. */
	@Test
	public void numbersOfObjectsAndClassesAreKept() {
		for (final String well : new String[]{ "A01", "A02", "B01" }) {
			final FloatProcessor numbers = new FloatProcessor(4, 3);
			numbers.setf(1, 1, 7);
			numbers.setf(2, 1, well.equals("A02") ? 1.5f : 300);
			new FileSaver(new ImagePlus("l", numbers))
				.saveAsTiff(folder.resolve("masks").resolve(well + "_numbers.tif").toString());
		}
		final FolderImport job = bbbc010().masks(FilePattern.parse("{sample}_numbers.tif"));
		for (final Truth.Kind kind : new Truth.Kind[]{ Truth.Kind.OBJECTS, Truth.Kind.CLASSES }) {
			final ImportedStacks stacks = run(job.masksAre(kind));
			final ImagePlus labels = stacks.masks().get();
			assertEquals(kind == Truth.Kind.OBJECTS ? "plate 1 labels" : "plate 1 classes",
				labels.getTitle());
			assertEquals(16, labels.getBitDepth());
			assertEquals(2, labels.getStackSize());
			assertEquals(7, labels.getStack().getProcessor(2).getf(1, 1), 0);
			assertEquals(300, labels.getStack().getProcessor(2).getf(2, 1), 0);
			assertEquals("B01", labels.getStack().getSliceLabel(2));
			assertTrue(stacks.report(),
				stacks.report().contains("'A02' was left out: 'A02' has the value 1.5 at (2, 1)"));
			assertTrue(stacks.report(), stacks.report().contains("the largest is 300."));
		}
		final ImagePlus scaled = run(job.masksAre(Truth.Kind.OBJECTS).resizeTo(8, 8)).masks().get();
		final int[] seen = new int[301];
		for (int p = 0; p < 64; p++)
			seen[(int) scaled.getStack().getProcessor(1).getf(p)]++;
		assertEquals("no number in between", 64, seen[0] + seen[7] + seen[300]);
		assertTrue(seen[7] >= 4 && seen[300] >= 4);
	}

	/** Numbers beyond 16 bit need floats. */
	@Test
	public void largeNumbersAreKept() {
		for (final String well : new String[]{ "A01", "A02", "B01" }) {
			final FloatProcessor numbers = new FloatProcessor(4, 3);
			numbers.setf(1, 1, 70_001);
			new FileSaver(new ImagePlus("l", numbers))
				.saveAsTiff(folder.resolve("masks").resolve(well + "_numbers.tif").toString());
		}
		final ImagePlus labels = run(
			bbbc010().masks(FilePattern.parse("{sample}_numbers.tif")).masksAre(Truth.Kind.OBJECTS))
			.masks().get();
		assertEquals(32, labels.getBitDepth());
		assertEquals(70_001, labels.getStack().getProcessor(3).getf(1, 1), 0);
	}

	private ImportedStacks run(final FolderImport job) {
		return job.run(folder, Progress.NONE);
	}

	private static FolderImport bbbc010() {
		return new FolderImport(FilePattern.BBBC010_IMAGES).masks(FilePattern.BBBC010_MASKS);
	}

	@Test
	public void filesBecomeTwoStacks() {
		final ImportedStacks stacks = run(bbbc010());
		final ImagePlus images = stacks.images(), masks = stacks.masks().get();
		assertEquals(2, images.getNChannels());
		assertEquals(3, images.getNFrames());
		assertEquals(16, images.getBitDepth());
		assertEquals(2007, images.getStack().getProcessor(images.getStackIndex(2, 1, 3)).get(7));
		assertEquals("A02", ImageStacks.names(images).get(1));
		assertEquals("A02", ImageStacks.names(masks).get(1));
		assertEquals(8, masks.getBitDepth());
		for (int p = 0; p < 12; p++)
			assertEquals(p == 5 ? 255 : 0, masks.getStack().getProcessor(2).get(p));
		assertEquals(3, Datasets.of(images, masks).size());
		assertTrue(stacks.report(), stacks.report().startsWith("3 of 3 images"));
	}

	@Test
	public void resizingScalesBoth() {
		final ImportedStacks stacks = run(bbbc010().resizeTo(8, 6));
		assertEquals(8, stacks.images().getWidth());
		assertEquals(6, stacks.masks().get().getHeight());
		final byte[] mask = TruthMasks.read(stacks.masks().get()).get(0).classes();
		int n = 0;
		for (final byte m : mask)
			n += m;
		assertEquals("one pixel became four", 4, n);
	}

	@Test
	public void whatDoesNotPairIsReported() throws IOException {
		writeImage("C01", 1, 4, 3);
		writeImage("C02", 1, 4, 3);
		writeImage("C02", 2, 4, 3);
		writeMask("D01", 4, 3);
		writeWell("E01");
		writeMask("E01", 5, 3);
		writeWell("F01");
		Files.write(folder.resolve(String.format(NAME, "F01", 2)), new byte[]{ 1, 2, 3 });
		writeImage("G01", 1, 9, 9);
		writeImage("G01", 2, 9, 9);
		writeMask("G01", 9, 9);
		final ImportedStacks stacks = run(bbbc010());
		assertEquals(3, stacks.images().getNFrames());
		final String report = stacks.report();
		assertTrue(report, report.contains("'C01' was left out: it has no file of channel '2'"));
		assertTrue(report, report.contains("'C02' was left out: there is no mask"));
		assertTrue(report, report.contains("The mask of 'D01' was left out"));
		assertTrue(report, report.contains("'E01' was left out: its mask is 5 x 3"));
		assertTrue(report, report.contains("F01") && report.contains("cannot be read"));
		assertTrue(report, report.contains("'G01' was left out: it is 9 x 9"));
		assertFalse(report, report.contains("'A01'"));
	}

	@Test
	public void nothingThatPairsGetsASentence() {
		assertSentence(() -> run(new FolderImport(FilePattern.parse("*.lsm"))), "plate 1", "*.lsm");
		assertSentence(() -> run(bbbc010().masks(FilePattern.parse("{sample}_truth.png"))),
			"there is no mask");
		assertSentence(() -> bbbc010().run(folder.resolve("nowhere"), Progress.NONE), "nowhere",
			"does not exist");
	}

	@Test
	public void patternsNameTheParts() {
		final FilePattern.Parts p = FilePattern.BBBC010_IMAGES.match(String.format(NAME, "E17", 2))
			.get();
		assertEquals("E17", p.image());
		assertEquals("2", p.channel());
		assertEquals("img_7",
			FilePattern.parse("*_mask.PNG").match("img_7_mask.png").get().image());
		assertEquals("7",
			FilePattern.parse("regex:img(?<sample>\\d+)\\.tif").match("img7.tif").get().image());
		assertFalse(FilePattern.parse("*_mask.png").match("img_7.png").isPresent());
		assertSentence(() -> FilePattern.parse("image.tif"), "{sample}");
		assertSentence(() -> FilePattern.parse("{sample}{sample}.tif"), "once");
		assertSentence(() -> FilePattern.parse("regex:(?<sample>"), "cannot be understood");
	}

	private static void assertSentence(final org.junit.function.ThrowingRunnable action,
		final String... words) {
		final String message = assertThrows(McdUnetException.class, action).getMessage();
		for (final String word : words)
			assertTrue(message, message.contains(word));
	}
}
