package io.github.mcdunet.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.MaskMeaning;
import io.github.mcdunet.imagej.file.MaskFiles;
import io.github.mcdunet.objects.ConnectedComponents;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The same four discs (788 of 64 x 64 pixels) in the kinds of files that people have. What is right
 * is told by ref.tif, 0 and 255.
 */
public class MaskReaderTest {

	private static final int SIDE = 64, DISCS = 4, PIXELS = 788;

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private final List<String> notes = new ArrayList<>();

	private static ImagePlus open(final String name) {
		return MaskFiles.open(Path.of("src/test/resources/masks", name));
	}

	private byte[] read(final ImagePlus masks) {
		notes.clear();
		return TruthMasks.read(masks, notes::add).get(0).classes();
	}

	/** By its own arithmetic. */
	private static byte[] discs() {
		final byte[] discs = new byte[SIDE * SIDE];
		final ImageProcessor ref = open("ref.tif").getProcessor();
		int n = 0;
		for (int p = 0; p < discs.length; p++)
			n += discs[p] = (byte) (ref.get(p) == 255 ? 1 : 0);
		assertEquals(PIXELS, n);
		return discs;
	}

	private static ImagePlus image(final ImageProcessor... planes) {
		final ImageStack stack = new ImageStack(planes[0].getWidth(), planes[0].getHeight());
		for (int i = 0; i < planes.length; i++)
			stack.addSlice("mask " + (i + 1), planes[i]);
		return new ImagePlus("masks", stack);
	}

	private static ByteProcessor bytes(final int background, final int object) {
		final byte[] discs = discs();
		for (int p = 0; p < discs.length; p++)
			discs[p] = (byte) (discs[p] == 0 ? background : object);
		return new ByteProcessor(SIDE, SIDE, discs);
	}

	private static ColorProcessor colours(final int background, final int... objects) {
		final int[] labels = ConnectedComponents.label(Labels.ofClasses(discs(), SIDE, SIDE), 0)
			.objects();
		final int[] colours = new int[labels.length];
		for (int p = 0; p < labels.length; p++)
			colours[p] = labels[p] == 0 ? background : objects[(labels[p] - 1) % objects.length];
		return new ColorProcessor(SIDE, SIDE, colours);
	}

	private static int wrong(final byte[] mask) {
		final byte[] discs = discs();
		int wrong = 0;
		for (int p = 0; p < discs.length; p++)
			if (discs[p] != mask[p]) wrong++;
		return wrong;
	}

	private static int objects(final byte[] mask) {
		return ConnectedComponents.label(Labels.ofClasses(mask, SIDE, SIDE), 0).objectCount();
	}

	private void assertNote(final String... words) {
		for (final String word : words)
			assertTrue(notes + " lacks: " + word,
				notes.stream().anyMatch(note -> note.contains(word)));
	}

	@Test
	public void whatLosesNothingIsReadExactly() {
		for (final String name : new String[]{ "ref.tif", "signed16.tif", "colours.png",
			"palette.png", "palette.tif", "bit-white-is-zero.tif", "byte-white-is-zero.tif" }) {
			assertArrayEquals(name, discs(), read(open(name)));
			assertNote("19 % object, 4 objects in the first image.");
			assertEquals(notes.toString(), 1, notes.size());
		}
		read(open("ref.tif"));
		assertEquals(
			List.of(
				"Masks: 0 = background, 255 = object; 19 % object, 4 objects in the first image."),
			notes);
		read(open("signed16.tif"));
		assertNote("0 = background, 1 to 4 = objects");
		read(open("colours.png"));
		assertNote("black = background, other colours = object");
		read(open("byte-white-is-zero.tif"));
		assertNote("255 = background, 0 = object (as shown: larger values are dark)");
	}

	@Test
	public void outlinesOfGreyAreCutAtHalf() {
		for (final String name : new String[]{ "jpeg.jpg", "soft8.tif", "soft32.tif" }) {
			final byte[] mask = read(open(name));
			assertTrue(name + ": " + wrong(mask), wrong(mask) <= 0.03 * PIXELS);
			assertEquals(name, DISCS, objects(mask));
			assertNote("cut at one half of " + (name.equals("soft32.tif") ? "1" : "255"));
		}
		final ImageProcessor soft = open("soft8.tif").getProcessor();
		final byte[] mask = read(open("soft8.tif"));
		for (int p = 0; p < mask.length; p++)
			assertEquals(soft.get(p) >= 128 ? 1 : 0, mask[p]);
	}

	@Test
	public void ImageJsOwnInvertedMasksStay() {
		final ByteProcessor black = bytes(0, 255);
		black.invertLut();
		assertArrayEquals(discs(), read(new ImagePlus("black on white", black)));
		final ShortProcessor white = (ShortProcessor) bytes(255, 0).convertToShort(false);
		white.invertLut();
		assertArrayEquals(discs(), read(new ImagePlus("white on black", white)));
		final ImageProcessor soft = open("soft8.tif").getProcessor();
		final byte[] expected = read(open("soft8.tif"));
		soft.invert();
		soft.invertLut();
		assertArrayEquals(expected, read(new ImagePlus("white is zero", soft)));
	}

	@Test
	public void palettesOfLabels() {
		final ByteProcessor labels = bytes(7, 3);
		labels.set(20, 20, 0);
		final byte[] red = new byte[256];
		for (int v = 0; v < 256; v++)
			red[v] = (byte) (255 - v);
		red[7] = 0;
		labels.setLut(new LUT(red, new byte[256], new byte[256]));
		final byte[] expected = discs();
		expected[20 * SIDE + 20] = 1;
		assertArrayEquals(expected, read(new ImagePlus("palette", labels)));
		// The usual colours of labels: 0 is white, and still background
		final ByteProcessor white = bytes(0, 9);
		white.set(20, 20, 5);
		final byte[] green = new byte[256];
		green[0] = -1;
		red[0] = -1;
		white.setLut(new LUT(red, green, green));
		assertArrayEquals(expected, read(new ImagePlus("labels", white)));
	}

	@Test
	public void coloursOnPaper() {
		assertArrayEquals(discs(), read(
			new ImagePlus("paper", colours(0xffffff, 0xff0000, 0x00ff00, 0x202020, 0xf0f000))));
		assertNote("white = background");
		assertArrayEquals(discs(), read(new ImagePlus("grey", colours(0, 0xffffff))));
	}

	@Test
	public void colouredJpeg() throws IOException {
		final File file = temporary.newFile("colours.jpg");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
		final ImageWriteParam quality = writer.getDefaultWriteParam();
		quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		quality.setCompressionQuality(0.85f);
		try (FileImageOutputStream out = new FileImageOutputStream(file)) {
			writer.setOutput(out);
			writer.write(null,
				new IIOImage(new ImagePlus("", colours(0, 0xff0000, 0x00ff00, 0x00ffff, 0xffff00))
					.getBufferedImage(), null, null),
				quality);
		}
		writer.dispose();
		final byte[] mask = read(MaskFiles.open(file.toPath()));
		assertEquals(DISCS, objects(mask));
		assertTrue("wrong: " + wrong(mask), wrong(mask) <= 0.1 * PIXELS);
		assertNote("black (smoothed or JPEG");
	}

	@Test
	public void transparentIsBackground() throws IOException {
		final byte[] discs = discs();
		for (final Color colour : new Color[]{ Color.WHITE, Color.BLACK, Color.RED }) {
			final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
			for (int p = 0; p < discs.length; p++)
				image.setRGB(p % SIDE, p / SIDE, discs[p] == 0 ? 0xffffff : colour.getRGB());
			final File file = temporary.newFile(colour.getRGB() + ".png");
			ImageIO.write(image, "png", file);
			assertArrayEquals(colour.toString(), discs, read(MaskFiles.open(file.toPath())));
		}
	}

	@Test
	public void notANumberIsBackground() {
		final FloatProcessor labels = bytes(0, 3).convertToFloatProcessor();
		for (int p = 0; p < 20; p++)
			labels.setf(p, Float.NaN);
		labels.setf(20, 20, -1);
		assertArrayEquals(discs(), read(new ImagePlus("labels", labels)));
		assertNote("negative, down to -1");
	}

	@Test
	public void halfOfFullScaleOfTheWholeStack() {
		final ImageProcessor probability = open("probability0.tif").getProcessor();
		final byte[] discs = new byte[SIDE * SIDE];
		for (int p = 0; p < discs.length; p++)
			discs[p] = (byte) (probability.getf(p) == 0.96f ? 1 : 0);
		final List<Labels> masks = TruthMasks.read(
			image(open("probability0.tif").getProcessor(), open("probability1.tif").getProcessor()),
			notes::add);
		assertArrayEquals(discs, masks.get(0).classes());
		assertEquals(PIXELS, masks.get(0).foreground());
		assertEquals(0, masks.get(1).foreground());
		assertArrayEquals(new byte[discs.length], read(open("probability1.tif")));
		assertNote("No mask has an object: no value reaches 0.5");
		// 8-bit grey values of an image without objects, of 12 at most, beside one with
		final ByteProcessor noise = new ByteProcessor(SIDE, SIDE);
		final Random random = new Random(1);
		for (int p = 0; p < SIDE * SIDE; p++)
			noise.set(p, random.nextInt(13));
		assertEquals(0, TruthMasks.read(image(open("soft8.tif").getProcessor(), noise), notes::add)
			.get(1).foreground());
	}

	@Test
	public void masksWithoutBackgroundAreRefused() {
		for (final ImagePlus masks : new ImagePlus[]{ open("ilastik0.tif"),
			image(open("ilastik0.tif").getProcessor(), open("ilastik1.tif").getProcessor()),
			image(bytes(255, 255)), image(bytes(1, 2).convertToFloatProcessor()) }) {
			final String said = assertThrows(McdUnetException.class, () -> read(masks))
				.getMessage();
			assertTrue(said, said.contains("No mask shows background (0)"));
		}
		// What the macro in the sentence makes of them
		final ImageProcessor swapped = open("ilastik0.tif").getProcessor();
		final byte[] ones = new byte[SIDE * SIDE];
		for (int p = 0; p < SIDE * SIDE; p++) {
			ones[p] = (byte) (swapped.get(p) == 1 ? 1 : 0);
			swapped.set(p, swapped.get(p) % 2);
		}
		assertArrayEquals(ones, read(new ImagePlus("swapped", swapped)));
		// A prediction may be all object
		assertEquals(SIDE * SIDE, TruthMasks.read(image(bytes(255, 255))).get(0).foreground());
	}

	@Test
	public void moreThanHalfIsSaid() {
		read(image(bytes(255, 0)));
		assertNote("More than half of the masks' pixels (81 %) are object");
	}

	@Test
	public void aPictureIsNoMask() {
		final ByteProcessor picture = new ByteProcessor(SIDE, SIDE);
		final Random random = new Random(1);
		for (int p = 0; p < SIDE * SIDE; p++)
			picture.set(p, 60 + random.nextInt(120));
		final String said = assertThrows(McdUnetException.class, () -> read(image(picture)))
			.getMessage();
		assertTrue(said, said.contains("'mask 1' looks like a picture"));
	}

	@Test
	public void aMaskOfAnotherKindIsNamed() {
		read(image(bytes(0, 255), bytes(0, 1), bytes(0, 255)));
		assertNote(
			"The mask of 'mask 2' is unlike most others: values 0 and 1, not values 0 and 255");
		read(image(bytes(0, 255), bytes(0, 255), open("soft8.tif").getProcessor()));
		assertNote("'mask 3' is unlike most others: grey values");
		read(image(bytes(0, 255), bytes(1, 2), bytes(0, 255)));
		assertNote("'mask 2' is unlike most others: no background");
		read(image(bytes(0, 1), bytes(0, 2), bytes(0, 255)));
		final ImageProcessor labels = open("signed16.tif").getProcessor();
		for (int p = 0; p < SIDE * SIDE; p++)
			labels.set(p, labels.get(p) - 32768);
		read(image(labels, bytes(0, 1).convertToShortProcessor(), labels));
		assertEquals(notes.toString(), 1, notes.size());
		assertThrows(McdUnetException.class, () -> read(image(open("soft8.tif").getProcessor(),
			open("soft8.tif").getProcessor(), bytes(0, 1))));
	}

	@Test
	public void touchingLabelsAreNoGreyValues() {
		final ByteProcessor tiles = new ByteProcessor(SIDE, SIDE);
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				if (x >= 4) tiles.set(x, y, 1 + y / 6 * 10 + x / 6);
		assertEquals(60L * SIDE, TruthMasks.read(image(tiles), notes::add).get(0).foreground());
		assertNote("1 to 111 = objects", "More than half");
	}

	@Test
	public void enlargedGreyOutlinesAreCutToo() {
		final ImageProcessor soft = open("soft8.tif").getProcessor();
		soft.setInterpolationMethod(ImageProcessor.NONE);
		final byte[] mask = read(new ImagePlus("large", soft.resize(3 * SIDE, 3 * SIDE)));
		int n = 0;
		for (final byte m : mask)
			n += m;
		int half = 0;
		for (int p = 0; p < SIDE * SIDE; p++)
			if (soft.get(p) >= 128) half++;
		assertEquals(9 * half, n);
	}

	@Test
	public void aGlanceSeesWhatTheWholeLookSees() {
		final ImagePlus masks = image(bytes(0, 255), bytes(0, 255));
		final MaskMeaning glance = new MaskReader().glance(masks).meaning();
		assertEquals(new MaskReader().look(masks).meaning().toString(), glance.toString());
		assertEquals((double) PIXELS / (SIDE * SIDE), glance.share(), 1e-12);
	}
}
