package io.github.mcdunet.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.MaskMeaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Each mask is a file of its own, but what they mean is decided for all of them. */
public class FolderMasksTest {

	private static final int PIXELS = 788;

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private final List<String> messages = new ArrayList<>();
	private final Progress progress = new Progress() {

		@Override
		public void report(final String stage, final long done, final long total) {
		}

		@Override
		public void message(final String line) {
			messages.add(line);
		}
	};

	private Path folder() {
		return temporary.getRoot().toPath();
	}

	private void add(final String key, final String mask) throws IOException {
		Files.copy(Path.of("src/test/resources/masks", mask),
			folder().resolve(key + "_mask" + mask.substring(mask.lastIndexOf('.'))));
		new FileSaver(IJ.createImage("image", "8-bit ramp", 64, 64, 1))
			.saveAsTiff(folder().resolve(key + "_image.tif").toString());
	}

	private ImportedStacks imported() {
		return new FolderImport(FilePattern.parse("{sample}_image.tif"))
			.masks(FilePattern.parse("{sample}_mask.*")).run(folder(), progress);
	}

	private MaskMeaning meaning() {
		return FolderMasks.meaning(images(), new OpenedMasks(), progress);
	}

	private List<FolderImage> images() {
		return new FolderImages(folder(), FilePattern.parse("{sample}_image.tif"))
			.masks(folder(), FilePattern.parse("{sample}_mask.*")).list();
	}

	private static int objects(final ImagePlus masks, final int slice) {
		final ImageProcessor mask = masks.getStack().getProcessor(slice);
		int n = 0;
		for (int p = 0; p < mask.getPixelCount(); p++)
			if (mask.get(p) == 255) n++;
		return n;
	}

	private int truth(final int image) {
		final FolderImage file = images().get(image);
		return (int) file.truth(file.open(), meaning()).get().get(0).foreground();
	}

	@Test
	public void anEmptyImagesProbabilityStaysEmpty() throws IOException {
		add("c0", "probability0.tif");
		add("c1", "probability1.tif");
		final ImportedStacks stacks = imported();
		assertEquals(PIXELS, objects(stacks.masks().get(), 1));
		assertEquals(0, objects(stacks.masks().get(), 2));
		assertTrue(stacks.report(), stacks.report().contains(
			"Masks: below 0.5 = background, from there on = object (cut at one half of 1); 9.62 % object"));
		assertEquals(PIXELS, truth(0));
		assertEquals(0, truth(1));
		assertTrue(messages.toString(), messages.get(0).startsWith("Masks: below 0.5"));
	}

	@Test
	public void masksWithoutBackgroundAreRefused() throws IOException {
		add("c0", "ilastik0.tif");
		add("c1", "ilastik1.tif");
		for (final String said : new String[]{
			assertThrows(McdUnetException.class, this::imported).getMessage(),
			assertThrows(McdUnetException.class, this::meaning).getMessage() })
			assertTrue(said, said.contains("No mask shows background (0)"));
	}

	/** Most of one image is object, but the set tells which colour is background. */
	@Test
	public void whatIsShownAsBackgroundIsDecidedForAllFiles() throws IOException {
		add("a", "byte-white-is-zero.tif");
		add("b", "palette.png");
		final ByteProcessor full = new ByteProcessor(64, 64);
		for (int p = 0; p < 1000; p++)
			full.set(p, 255);
		full.invertLut();
		add("c", "byte-white-is-zero.tif");
		assertTrue(new FileSaver(new ImagePlus("full", full))
			.saveAsTiff(folder().resolve("c_mask.tif").toString()));
		final ImagePlus masks = imported().masks().get();
		assertEquals(PIXELS, objects(masks, 1));
		assertEquals(PIXELS, objects(masks, 2));
		assertEquals(64 * 64 - 1000, objects(masks, 3));
		assertEquals(64 * 64 - 1000, truth(2));
	}

	/** One mask has room, 64 x 64 bytes; the other is read again. Files are gone meanwhile. */
	@Test
	public void masksAreReadOnceAsFarAsThereIsRoom() throws IOException {
		add("a", "ref.tif");
		add("b", "ref.tif");
		final OpenedMasks masks = new OpenedMasks(64 * 64 * 3 / 2);
		final List<FolderImage> images = images();
		FolderMasks.meaning(images, masks, progress);
		for (final FolderImage image : images)
			Files.delete(image.mask().get());
		assertEquals(64, masks.take(images.get(0)).get().getWidth());
		assertThrows(McdUnetException.class, () -> masks.take(images.get(1)));
		assertThrows("given once", McdUnetException.class, () -> masks.take(images.get(0)));
	}

	@Test
	public void aPictureAmongTheMasksIsLeftOut() throws IOException {
		for (final String key : new String[]{ "a", "b", "c" })
			add(key, "ref.tif");
		Files.copy(folder().resolve("b_image.tif"), folder().resolve("b_mask.tif"),
			java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		final ImportedStacks stacks = imported();
		assertEquals(2, stacks.masks().get().getStackSize());
		assertEquals(PIXELS, objects(stacks.masks().get(), 2));
		assertTrue(stacks.report(), stacks.report().startsWith("2 of 3 images"));
		assertTrue(stacks.report(),
			stacks.report().contains("'b' was left out: its mask looks like a picture"));
	}
}
