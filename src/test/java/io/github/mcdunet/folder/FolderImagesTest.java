package io.github.mcdunet.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

import io.github.mcdunet.McdUnetException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FolderImagesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path root;

	@Before
	public void root() {
		root = folder.getRoot().toPath();
	}

	private void files(final String... names) throws IOException {
		for (final String name : names) {
			Files.createDirectories(root.resolve(name).getParent());
			Files.write(root.resolve(name), new byte[name.length()]);
		}
	}

	private FolderImages images(final String pattern) {
		return new FolderImages(root, FilePattern.parse(pattern));
	}

	private static List<String> keys(final List<FolderImage> images) {
		return images.stream().map(FolderImage::key).collect(Collectors.toList());
	}

	@Test
	public void filesOfOneNameInTwoFoldersAreTwoImages() throws IOException {
		files("b.tif", "a.TIF", "plate1/a.tif", "plate2/x/a.tif", "._a.tif", ".hidden/a.tif",
			"a.txt", "out/a.tif");
		assertEquals(List.of("a", "b", "plate1/a", "plate2/x/a"),
			keys(images("*.tif").except(root.resolve("out")).list()));
	}

	@Test
	public void masksAreFoundByNameAndAreNoImages() throws IOException {
		files("p/a.tif", "p/b.tif", "p/a_mask.tif", "q/b.tif");
		final List<FolderImage> images = images("*.tif")
			.masks(root, FilePattern.parse("{sample}_mask.tif")).list();
		assertEquals(List.of("p/a", "p/b", "q/b"), keys(images));
		assertEquals(root.resolve("p/a_mask.tif"), images.get(0).mask().get());
		assertFalse(images.get(1).mask().isPresent());
	}

	@Test
	public void masksThatFitNoImageAreAMistake() throws IOException {
		files("a.tif", "masks/b.png");
		final String message = assertThrows(McdUnetException.class,
			() -> images("*.tif").masks(root.resolve("masks"), FolderImages.SAME_NAME).list())
			.getMessage();
		assertTrue(message, message.contains("None of the images (1) has a true mask"));
	}

	/** The masks' folder is flat: "a" is the only one of its name, "b" is not. */
	@Test
	public void masksOfTheSameNameInAnotherFolder() throws IOException {
		files("p/a.tif", "p/b.tif", "q/b.tif", "masks/a.png", "masks/b.png");
		final List<FolderImage> images = images("*.tif")
			.masks(root.resolve("masks"), FolderImages.SAME_NAME).list();
		assertEquals(List.of("p/a", "p/b", "q/b"), keys(images));
		assertEquals(root.resolve("masks/a.png"), images.get(0).mask().get());
		assertFalse(images.get(1).mask().isPresent());
		assertFalse(images.get(2).mask().isPresent());
	}

	@Test
	public void channelsThatAreMissingOrTwiceAreProblems() throws IOException {
		files("a_w1.tif", "a_w2.tif", "b_w1.tif");
		final List<FolderImage> images = images("{sample}_w{channel}.tif").list();
		assertEquals(List.of(root.resolve("a_w1.tif"), root.resolve("a_w2.tif")),
			images.get(0).files());
		assertFalse(images.get(0).problem().isPresent());
		assertEquals("It has no file of channel '2'.", images.get(1).problem().get());
		final String twice = images("{sample}_*.tif").list().get(0).problem().get();
		assertTrue(twice, twice.contains("'a_w1.tif' and 'a_w2.tif' are the same image"));
	}

	@Test
	public void whatIsThereIsSaidWhenNothingFits() throws IOException {
		files("a.tiff", "b.tiff", "c.csv");
		final String message = assertThrows(McdUnetException.class, () -> images("*.tif").list())
			.getMessage();
		assertTrue(message, message.contains("There are: 1 x .csv, 2 x .tiff."));
		assertThrows(McdUnetException.class,
			() -> new FolderImages(root.resolve("no"), FilePattern.parse("*.tif")).list());
	}

	@Test
	public void anotherFileOfTheSameNameIsAnotherState() throws IOException {
		files("a.tif");
		final FolderImage image = images("*.tif").list().get(0);
		final String state = image.state();
		assertEquals(state, image.state());
		assertTrue(state, state.startsWith("5 bytes 2"));
		Files.write(root.resolve("a.tif"), new byte[6]);
		assertTrue(image.state().startsWith("6 bytes"));
	}

	@Test
	public void channelFilesBecomeOneImage() throws IOException {
		final ImagePlus[] channels = { IJ.createImage("c", "8-bit ramp", 8, 3, 2),
			IJ.createImage("d", "16-bit black", 8, 3, 2) };
		for (int c = 0; c < 2; c++) {
			channels[c].setDimensions(1, 1, 2);
			channels[c].getStack().getProcessor(2).setf(3, 1, 70 + c);
			channels[c].getCalibration().pixelWidth = 0.5;
			channels[c].getCalibration().setUnit("mm");
			assertTrue(new FileSaver(channels[c]).saveAsTiff(root + "/s_w" + c + ".tif"));
		}
		final FolderImage found = images("{sample}_w{channel}.tif").list().get(0);
		final ImagePlus merged = found.open();
		assertEquals("[8, 3, 2, 1, 2]", java.util.Arrays.toString(merged.getDimensions()));
		for (int t = 0; t < 2; t++)
			for (int c = 0; c < 2; c++)
				for (int i = 0; i < 24; i++)
					assertEquals(channels[c].getStack().getProcessor(t + 1).getf(i),
						merged.getStack().getProcessor(2 * t + c + 1).getf(i), 0);
		assertEquals(0.5, merged.getCalibration().pixelWidth, 1e-6);
		assertEquals(2, found.header().get().images());
		assertTrue(
			new FileSaver(IJ.createImage("e", "8-bit", 8, 4, 2)).saveAsTiff(root + "/s_w2.tif"));
		final String message = assertThrows(McdUnetException.class,
			() -> images("{sample}_w{channel}.tif").list().get(0).open()).getMessage();
		assertTrue(message, message.contains("'s_w2.tif' is 8 x 4 pixels"));
	}
}
