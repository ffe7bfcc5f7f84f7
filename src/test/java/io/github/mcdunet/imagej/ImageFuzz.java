package io.github.mcdunet.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.FileSaver;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.process.ShortProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * Imports altered images and masks, and fills altered ROIs. Each ends in stacks of the right size or in a sentence, in little time; an
 * altered file never spoils the whole ones beside it.
 */
final class ImageFuzz {

	private static final int WIDTH = 20, HEIGHT = 15;
	private static final double MOST_SECONDS = 10;

	private final Path folder;
	private final long seed;
	private final List<String> slow = new ArrayList<>();
	private int imported;
	private int leftOut;
	private int filled;
	private int refused;
	private double slowest;

	ImageFuzz(final Path folder, final long seed) {
		this.folder = folder;
		this.seed = seed;
	}

	/** @param args seed and number of files */
	public static void main(final String[] args) throws IOException {
		final ImageFuzz fuzz = new ImageFuzz(Files.createTempDirectory("fuzz"), Long.parseLong(args[0]));
		fuzz.images(Integer.parseInt(args[1]));
		fuzz.rois(Integer.parseInt(args[1]));
		System.out.println(fuzz);
	}

	private static ImagePlus image(final int slices) {
		final ij.ImageStack stack = new ij.ImageStack(WIDTH, HEIGHT);
		for (int s = 0; s < slices; s++) {
			final ShortProcessor p = new ShortProcessor(WIDTH, HEIGHT);
			for (int i = 0; i < WIDTH * HEIGHT; i++)
				p.set(i, 7 * i + s);
			stack.addSlice("slice " + s, p);
		}
		final ImagePlus image = new ImagePlus("x", stack);
		image.setDimensions(slices, 1, 1);
		image.setOverlay(new ij.gui.Overlay(new OvalRoi(2, 3, 8, 7)));
		return image;
	}

	/** One whole pair, and one whose image or mask is altered: 16-bit TIFF of one or two channels, with an overlay, or PNG. */
	void images(final int count) throws IOException {
		final List<byte[]> files = List.of(new FileSaver(image(1)).serialize(),
			new FileSaver(image(2)).serialize(), png());
		final FolderImport job = new FolderImport(FilePattern.parse("{sample}_image.*"))
			.masks(FilePattern.parse("{sample}_mask.*"));
		final String[] endings = { "tif", "tif", "png" };
		for (int i = 0; i < count; i++) {
			final Random random = new Random(seed * 1_000_003 + i);
			final int type = i % 3;
			final boolean mask = type != 1 && random.nextBoolean();
			final String ending = endings[type];
			final byte[] good = files.get(type);
			final Path a = folder.resolve("a_image." + ending), b = folder.resolve("b_image." + ending),
				am = folder.resolve("a_mask." + endings[type]), bm = folder.resolve("b_mask." + ending);
			final byte[] whole = type == 1 ? files.get(0) : good;
			Files.write(a, good);
			Files.write(am, whole);
			Files.write(b, mask ? good : altered(good, random));
			Files.write(bm, mask ? altered(good, random) : whole);
			final long start = System.nanoTime();
			try {
				check(job.run(folder, Progress.NONE));
			}
			catch (final RuntimeException | Error e) {
				throw new AssertionError("seed " + seed + ", image " + i + ": " + e, e);
			}
			time("image " + i, start);
			for (final Path file : List.of(a, am, b, bm))
				Files.delete(file);
		}
	}

	private void check(final ImportedStacks stacks) {
		final ImagePlus images = stacks.images(), masks = stacks.masks().get();
		final int n = ImageStacks.count(images);
		assertTrue(n == 1 || n == 2);
		assertEquals(n, masks.getStackSize());
		assertEquals(WIDTH, images.getWidth());
		assertEquals(HEIGHT, images.getHeight());
		assertTrue(stacks.report(), stacks.report().startsWith(n + " of 2 samples"));
		if (n == 1) assertTrue(stacks.report(), stacks.report().contains("'b' was left out: "));
		if (n == 1) leftOut++;
		else
			imported++;
	}

	/** Four kinds of ROI, as a RoiSet.zip and an overlay hold them, altered. */
	void rois(final int count) throws IOException {
		final ImagePlus image = image(1);
		image.setOverlay(null);
		final Roi named = new Roi(1, 2, 5, 6);
		named.setName("box");
		named.setPosition(1, 1, 1);
		final List<Roi> rois = List.of(named, new OvalRoi(2, 3, 8, 7),
			new PolygonRoi(new float[]{ 1, 9, 5 }, new float[]{ 1, 2.5f, 9 }, Roi.POLYGON),
			new ShapeRoi(new Rectangle(0, 0, 9, 9)).xor(new ShapeRoi(new Rectangle(2, 2, 3, 3))));
		for (int i = 0; i < count; i++) {
			final Random random = new Random(seed * 1_000_003 + i);
			final byte[] bytes = altered(RoiEncoder.saveAsByteArray(rois.get(i % rois.size())), random);
			final long start = System.nanoTime();
			try {
				final Roi roi = decoded(bytes);
				if (roi != null) fill(image, roi);
			}
			catch (final RuntimeException | Error e) {
				throw new AssertionError("seed " + seed + ", ROI " + i + ": " + e, e);
			}
			time("ROI " + i, start);
		}
	}

	/** As the ROI Manager does it; null where ImageJ itself does not read it. */
	private static Roi decoded(final byte[] bytes) {
		try {
			return new RoiDecoder(bytes, "roi").getRoi();
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			return null; // ImageJ's matter
		}
	}

	private void fill(final ImagePlus image, final Roi roi) {
		try {
			final List<byte[]> masks = TruthMasks.fromRois(image, new Roi[]{ roi });
			assertEquals(1, masks.size());
			assertEquals(WIDTH * HEIGHT, masks.get(0).length);
			for (final byte m : masks.get(0))
				assertTrue(m == 0 || m == 1);
			filled++;
		}
		catch (final McdUnetException e) {
			assertTrue(e.getMessage(), e.getMessage().endsWith("."));
			refused++;
		}
	}

	private void time(final String what, final long start) {
		final double seconds = (System.nanoTime() - start) / 1e9;
		slowest = Math.max(slowest, seconds);
		if (seconds > MOST_SECONDS) slow.add(what + ": " + seconds + " s");
		assertTrue(slow.toString(), slow.isEmpty());
	}

	/** Bits flipped, cut, zeroed, lengthened, or a number of four, two or one byte replaced by an absurd one, often in the head. */
	private static byte[] altered(final byte[] good, final Random random) {
		final byte[] bytes = good.clone();
		final int head = random.nextBoolean() ? Math.min(250, bytes.length) : bytes.length;
		switch (random.nextInt(6)) {
			case 0 :
				for (int k = random.nextInt(6); k >= 0; k--)
					bytes[random.nextInt(head)] ^= 1 << random.nextInt(8);
				return bytes;
			case 1 :
				return Arrays.copyOf(bytes, random.nextInt(bytes.length));
			case 2 :
				final int from = random.nextInt(head);
				Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(40)),
					(byte) (random.nextBoolean() ? 0 : 0xff));
				return bytes;
			case 3 :
				return Arrays.copyOf(bytes, bytes.length + random.nextInt(1000));
			default :
				final int[] lies = { -1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7fff, 0xffff, 65536,
					100_000, 1 << 28, random.nextInt() };
				final int lie = lies[random.nextInt(lies.length)];
				final ByteBuffer buffer = ByteBuffer.wrap(bytes)
					.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
				if (random.nextBoolean()) buffer.putInt(random.nextInt(Math.max(1, head - 3)), lie);
				else
					buffer.putShort(random.nextInt(Math.max(1, head - 1)), (short) lie);
				return bytes;
		}
	}

	private static byte[] png() throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image(1).getProcessor().convertToByteProcessor().getBufferedImage(), "png", bytes);
		return bytes.toByteArray();
	}

	@Override
	public String toString() {
		return imported + " imported, " + leftOut + " left out; " + filled + " ROIs filled, " + refused
			+ " refused; slowest " + slowest + " s";
	}
}
