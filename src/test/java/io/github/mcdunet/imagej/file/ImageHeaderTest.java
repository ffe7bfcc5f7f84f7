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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
		assertEquals(12, header.images());
		assertEquals(24, header.planes());
		assertEquals(12 * 200, header.pixels());
		assertEquals(24 * 200 * 2, header.bytes());
	}

	@Test
	public void sizesOfOtherKinds() throws IOException {
		final ImageHeader rgb = ImageHeader
			.read(saved(IJ.createImage("c", "RGB", 7, 5, 2), "c.tif")).get();
		assertEquals(2, rgb.images());
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

	/** As other programs write stacks: a directory per plane, here with 16 x 16 pixels of 8 bit. */
	private Path directories(final int count) throws IOException {
		final int area = 256, directory = 2 + 9 * 12 + 4;
		final ByteBuffer b = ByteBuffer.allocate(8 + count * (directory + area))
			.order(ByteOrder.LITTLE_ENDIAN);
		b.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
		for (int i = 0; i < count; i++) {
			final int data = b.position() + directory;
			final int[][] fields = { { 256, 16 }, { 257, 16 }, { 258, 8 }, { 259, 1 }, { 262, 1 },
				{ 273, data }, { 277, 1 }, { 278, 16 }, { 279, area } };
			b.putShort((short) fields.length);
			for (final int[] field : fields)
				b.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
			b.putInt(i == count - 1 ? 0 : data + area);
			for (int p = 0; p < area; p++)
				b.put((byte) (7 * i + p));
		}
		return Files.write(folder.getRoot().toPath().resolve("many.tif"), b.array());
	}

	@Test(timeout = 120_000)
	public void aThousandDirectoriesAreOneStack() throws IOException {
		final Path file = directories(1000);
		assertEquals(1000, ImageHeader.read(file).get().images());
		final ImagePlus opened = ImageFiles.open(file);
		assertEquals(1000, opened.getStackSize());
		for (int i = 0; i < 1000; i++)
			for (int p = 0; p < 256; p++)
				assertEquals(7 * i + p & 0xff, opened.getStack().getProcessor(i + 1).get(p));
		final ImagePlus byImageJ = IJ.openImage(file.toString());
		assertEquals(byImageJ.getTitle(), opened.getTitle());
		assertEquals(Arrays.toString(byImageJ.getDimensions()),
			Arrays.toString(opened.getDimensions()));
		assertEquals(byImageJ.getBitDepth(), opened.getBitDepth());
	}
}
