package io.github.mcdunet.imagej.file;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.io.FileSaver;
import ij.process.ShortProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.folder.FilePattern;
import io.github.mcdunet.folder.FolderImage;
import io.github.mcdunet.folder.FolderImages;
import io.github.mcdunet.folder.FolderImport;
import io.github.mcdunet.folder.ImportedStacks;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.MaskReader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * Imports and opens altered images and masks. Each ends in images of the right size or in a
 * sentence, in little time and memory; an altered file never spoils the whole ones beside it, and
 * no other file comes into being.
 */
final class ImageFuzz {

	private static final int WIDTH = 20, HEIGHT = 15;
	private static final String[] ENDINGS = { "tif", "tif", "png" };

	private final Path folder;
	private final FuzzTally tally;
	private final List<byte[]> files;
	private final List<byte[]> masks;

	ImageFuzz(final Path folder, final FuzzTally tally) throws IOException {
		this.folder = folder;
		this.tally = tally;
		files = List.of(new FileSaver(image(1)).serialize(), new FileSaver(image(2)).serialize(),
			png(image(1)));
		masks = List.of(new FileSaver(mask()).serialize(), new FileSaver(mask()).serialize(),
			png(mask()));
	}

	/** @param args seed and number of each kind */
	public static void main(final String[] args) throws IOException {
		final FuzzTally tally = new FuzzTally(Long.parseLong(args[0]));
		final int count = Integer.parseInt(args[1]);
		final Path folder = Files.createTempDirectory("fuzz");
		final ImageFuzz images = new ImageFuzz(folder, tally);
		images.imports(count);
		images.opens(count);
		final RoiFuzz rois = new RoiFuzz(folder, tally);
		rois.sets(count);
		rois.overlays(count);
		Files.delete(folder);
		System.out.println(tally);
	}

	static ImagePlus image(final int channels) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int s = 0; s < channels; s++) {
			final ShortProcessor p = new ShortProcessor(WIDTH, HEIGHT);
			for (int i = 0; i < WIDTH * HEIGHT; i++)
				p.set(i, 7 * i + s);
			stack.addSlice("slice " + s, p);
		}
		final ImagePlus image = new ImagePlus("x", stack);
		image.setDimensions(channels, 1, 1);
		image.setOverlay(new Overlay(new OvalRoi(2, 3, 8, 7)));
		return image;
	}

	/** 16 bit, its upper half is object. */
	private static ImagePlus mask() {
		final ImagePlus mask = image(1);
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			mask.getProcessor().set(i, i < WIDTH * (HEIGHT / 2) ? 255 : 0);
		return mask;
	}

	private static byte[] png(final ImagePlus image) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image.getProcessor().convertToByteProcessor().getBufferedImage(), "png",
			bytes);
		return bytes.toByteArray();
	}

	/**
	 * By Import Folder: one whole pair, and one whose image or mask is altered; 16-bit TIFF of one
	 * or two channels, or PNG.
	 */
	void imports(final int count) {
		final FolderImport job = new FolderImport(FilePattern.parse("{sample}_image.*"))
			.masks(FilePattern.parse("{sample}_mask.*"));
		tally.run("import", count, (i, random) -> write(i % 3, random), written -> {
			final ImportedStacks stacks = job.run(folder, Progress.NONE);
			delete(written);
			return check(stacks);
		});
	}

	/** By Predict Folder, as a file or as one of two channels' files, with a true mask. */
	void opens(final int count) {
		tally.run("open", count / 2, (i, random) -> write(i % 3, random),
			written -> opened(new FolderImages(folder, FilePattern.parse("{sample}_image.*"))
				.masks(folder, FilePattern.parse("{sample}_mask.*")), written));
		tally.run("open channels", count / 2, (i, random) -> write(0, random),
			written -> opened(new FolderImages(folder, FilePattern.parse("{sample}_{channel}.*")),
				written));
	}

	private String opened(final FolderImages images, final List<Path> written) throws IOException {
		String outcome = "";
		for (final FolderImage image : images.list())
			outcome = image.key().equals("a") ? whole(image) : altered(image);
		delete(written);
		return outcome;
	}

	private List<Path> write(final int type, final Random random) throws IOException {
		final String ending = ENDINGS[type];
		final byte[] good = files.get(type), mask = masks.get(type);
		final boolean inMask = type != 1 && random.nextBoolean();
		final byte[] altered = AlteredBytes.of(inMask ? mask : good, random);
		return List.of(Files.write(folder.resolve("a_image." + ending), good),
			Files.write(folder.resolve("a_mask." + ending), mask),
			Files.write(folder.resolve("b_image." + ending), inMask ? good : altered),
			Files.write(folder.resolve("b_mask." + ending), inMask ? altered : mask));
	}

	private void delete(final List<Path> written) throws IOException {
		for (final Path file : written)
			Files.delete(file);
		assertEquals("nothing else was written", 0, folder.toFile().list().length);
	}

	private static String whole(final FolderImage image) {
		final ImagePlus opened = image.open();
		assertArrayEquals(new int[]{ WIDTH, HEIGHT },
			new int[]{ opened.getWidth(), opened.getHeight() });
		assertEquals(image.mask().isPresent(), truth(image, opened).isPresent());
		return "whole";
	}

	private static Optional<List<Labels>> truth(final FolderImage image, final ImagePlus opened) {
		final MaskReader reader = new MaskReader();
		image.openMask().ifPresent(reader::look);
		return image.truth(opened, reader.meaning());
	}

	private static String altered(final FolderImage image) {
		try {
			final Optional<ImageHeader> header = image.header();
			final ImagePlus opened = image.open();
			assertTrue(!header.isPresent() || header.get().planes() <= opened.getStackSize());
			for (int i = 0; i < ImageStacks.count(opened); i++)
				assertEquals(0, ImageStacks.pixels(opened, i).length
					% (opened.getWidth() * opened.getHeight()));
			truth(image, opened)
				.ifPresent(masks -> assertEquals(ImageStacks.count(opened), masks.size()));
			return "read";
		}
		catch (final McdUnetException e) {
			assertTrue(e.getMessage(), e.getMessage().endsWith("."));
			return "refused";
		}
	}

	private static String check(final ImportedStacks stacks) {
		final ImagePlus images = stacks.images(), masks = stacks.masks().get();
		final int n = ImageStacks.count(images);
		assertTrue(n == 1 || n == 2);
		assertEquals(n, masks.getStackSize());
		assertEquals(WIDTH, images.getWidth());
		assertEquals(HEIGHT, images.getHeight());
		assertTrue(stacks.report(), stacks.report().startsWith(n + " of 2 images"));
		if (n == 2) return "read";
		assertTrue(stacks.report(), stacks.report().contains("'b' was left out: "));
		return "left out";
	}
}
