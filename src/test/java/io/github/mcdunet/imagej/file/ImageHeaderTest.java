package io.github.mcdunet.imagej.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

import io.github.mcdunet.McdUnetException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ImageHeaderTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path saved(final ImagePlus image, final String name) {
		final Path file = folder.getRoot().toPath().resolve(name);
		assertTrue(new FileSaver(image).saveAsTiff(file.toString()));
		return file;
	}

	/** 2 channels, 3 slices, 4 frames of 20 x 10 in 16 bit: 12 samples, 24 planes. */
	@Test
	public void sizesOfAHyperstack() {
		final Path file = saved(IJ.createHyperStack("h", 20, 10, 2, 3, 4, 16), "h.tif");
		final ImageHeader header = ImageHeader.read(file).get();
		assertEquals(20, header.width());
		assertEquals(10, header.height());
		assertEquals(12, header.samples());
		assertEquals(24, header.planes());
		assertEquals(12 * 200, header.pixels());
		assertEquals(24 * 200 * 2, header.bytes());
	}

	@Test
	public void sizesOfOtherKinds() throws IOException {
		final ImageHeader rgb = ImageHeader
			.read(saved(IJ.createImage("c", "RGB", 7, 5, 2), "c.tif")).get();
		assertEquals(2, rgb.samples());
		assertEquals(2 * 35 * 4, rgb.bytes());
		final Path png = folder.getRoot().toPath().resolve("p.png");
		ImageIO.write(new BufferedImage(9, 4, BufferedImage.TYPE_BYTE_GRAY), "png", png.toFile());
		assertEquals(36, ImageHeader.read(png).get().pixels());
		assertFalse(ImageHeader.read(folder.newFile("x.tif").toPath()).isPresent());
		Files.write(png, "no image".getBytes());
		assertFalse(ImageHeader.read(png).isPresent());
	}

	/** ImageJ itself would open both, with black pixels or fewer slices. */
	@Test
	public void filesThatAreCutOffAreRefused() throws IOException {
		for (final int slices : new int[]{ 1, 4 })
			for (final String type : new String[]{ "8-bit ramp", "16-bit ramp", "32-bit ramp",
				"RGB ramp" }) {
				final Path file = saved(IJ.createImage("cell", type, 64, 64, slices), "cell.tif");
				final byte[] bytes = Files.readAllBytes(file);
				assertTrue(ImageHeader.read(file).isPresent());
				Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
				final String message = assertThrows(type + slices, McdUnetException.class,
					() -> ImageHeader.read(file)).getMessage();
				assertTrue(message, message.startsWith("'cell.tif' is cut off: it has "));
			}
	}
}
