package io.github.mcdunet.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.imagej.file.ImageFiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files that people really have are read as they are meant, or refused with what they are. */
public class FilesPeopleHaveTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path folder() {
		return temporary.getRoot().toPath();
	}

	private Path copy(final String resource, final String name) throws IOException {
		final Path file = folder().resolve(name);
		try (InputStream in = ImageFiles.class.getResourceAsStream(resource)) {
			Files.copy(in, file);
		}
		return file;
	}

	private void write(final String name, final ImageProcessor pixels) throws IOException {
		final Path file = folder().resolve(name);
		Files.createDirectories(file.getParent());
		new FileSaver(new ImagePlus("x", pixels)).saveAsTiff(file.toString());
	}

	private String refusal(final Path file) {
		return assertThrows(McdUnetException.class, () -> ImageFiles.open(file)).getMessage();
	}

	/** The bytes, read as signed numbers of 16 bits, are -770 to 630, as File > Open says. */
	@Test
	public void signedNumbersStayNegative() throws IOException {
		copy("signed-16-bit.tif", "a_image.tif");
		final ImagePlus images = new FolderImport(FilePattern.parse("*_image.tif"))
			.run(folder(), Progress.NONE).images();
		assertEquals(32, images.getBitDepth());
		final ImageProcessor p = images.getProcessor();
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < p.getPixelCount(); i++) {
			low = Math.min(low, p.getf(i));
			high = Math.max(high, p.getf(i));
		}
		assertEquals(-770, low, 0);
		assertEquals(630, high, 0);
	}

	/** As tifffile and libtiff write floats; ImageJ makes -3e38 to 3e38 of them. */
	@Test
	public void aFloatingPointPredictorIsUndone() throws IOException {
		final ImageProcessor p = ImageFiles.open(copy("float-predictor.tif", "c.tif"))
			.getProcessor();
		double sum = 0, low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < p.getPixelCount(); i++) {
			sum += p.getf(i);
			low = Math.min(low, p.getf(i));
			high = Math.max(high, p.getf(i));
		}
		assertEquals(479419.464, sum, 1e-3);
		assertEquals(72.03078, low, 1e-5);
		assertEquals(213.15652, high, 1e-5);
		assertEquals(107.48792, p.getf(100), 1e-5);
	}

	@Test
	public void pagesOfDifferentSizeAreRefusedWithTheirSizes() throws IOException {
		final String message = refusal(copy("two-sizes.tif", "p.tif"));
		assertTrue(message, message.contains("64 x 64 and 32 x 32"));
	}

	/** ImageJ would show a window and abort the macro. */
	@Test
	public void whatIsNoImageIsLeftOutAndNamed() throws IOException {
		write("good_image.tif", new ByteProcessor(8, 8));
		Files.writeString(folder().resolve("text_image.tif"), "this is no image");
		Files.writeString(folder().resolve("table_image.xyz"), "neither is this");
		final boolean redirected = IJ.redirectingErrorMessages();
		final ImportedStacks stacks = new FolderImport(FilePattern.parse("*_image.*")).run(folder(),
			Progress.NONE);
		assertEquals(1, stacks.images().getStackSize());
		assertTrue(stacks.report(), stacks.report().contains("'text' was left out"));
		assertTrue(stacks.report(), stacks.report().contains("'table' was left out"));
		assertEquals(redirected, IJ.redirectingErrorMessages());
	}

	@Test
	public void anImageIsNotItsOwnMask() throws IOException {
		write("images/c0.tif", new ByteProcessor(8, 8));
		write("masks/c0.tif", new ByteProcessor(8, 8));
		final FilePattern all = FilePattern.parse("*.tif");
		final String message = assertThrows(McdUnetException.class,
			() -> new FolderImport(all).masks(all).run(folder(), Progress.NONE)).getMessage();
		assertTrue(message, message.contains("is both image and mask"));
		assertEquals(1, new FolderImport(all).masks(all).masksFolder(folder().resolve("masks"))
			.run(folder().resolve("images"), Progress.NONE).images().getStackSize());
	}

	/** An e with an accent as one character in one name, as two in the other. */
	@Test
	public void accentsAreTheSameHoweverTheyAreWritten() throws IOException {
		write("caf\u00e9_image.tif", new ByteProcessor(8, 8));
		write("cafe\u0301_mask.tif", new ByteProcessor(8, 8));
		final ImportedStacks stacks = new FolderImport(FilePattern.parse("*_image.tif"))
			.masks(FilePattern.parse("*_mask.tif")).run(folder(), Progress.NONE);
		assertEquals(1, stacks.images().getStackSize());
		assertFalse(stacks.report(), stacks.report().contains("left out"));
	}
}
