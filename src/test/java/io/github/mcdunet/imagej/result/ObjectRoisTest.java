package io.github.mcdunet.imagej.result;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.objects.ConnectedComponents;
import io.github.mcdunet.objects.ObjectFeatures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.Test;

public class ObjectRoisTest {

	@Test
	public void ringWithIslandInside() throws IOException {
		check(2, "#####", "#...#", "#.#.#", "#...#", "#####");
	}

	@Test
	public void diagonalsBothWays() throws IOException {
		check(1, "#..#", ".##.", ".##.", "#..#");
		check(1, "#.#.", ".#.#", "#.#.", ".#.#");
		check(1, ".#.", "#.#", ".#.");
	}

	@Test
	public void singlePixelsAndBorders() throws IOException {
		check(1, "#");
		check(3, "#.#", "...", "..#");
		check(1, "###", "###");
	}

	@Test
	public void randomMasks() throws IOException {
		final Random random = new Random(3);
		for (int n = 0; n < 100; n++) {
			final int width = 1 + random.nextInt(30), height = 1 + random.nextInt(30);
			final double density = random.nextDouble();
			final byte[] mask = new byte[width * height];
			for (int i = 0; i < mask.length; i++)
				mask[i] = (byte) (random.nextDouble() < density ? 255 : 0);
			check(mask, width, height);
		}
	}

	@Test(timeout = 10000)
	public void thousandsOfObjectsAreQuick() {
		final int side = 1024;
		final byte[] mask = new byte[side * side];
		for (int y = 0; y < side; y += 8)
			for (int x = 0; x < side; x += 8)
				mask[y * side + x] = mask[y * side + x + 1] = mask[(y + 1) * side + x] = 1;
		final List<Roi> rois = outlines(mask, side, side);
		assertEquals(16384, rois.size());
		assertEquals(3, rois.get(16383).getStatistics().pixelCount);
	}

	/** @param objects how many there must be */
	private static void check(final int objects, final String... rows) throws IOException {
		final String all = String.join("", rows);
		final byte[] mask = new byte[all.length()];
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (all.charAt(i) == '#' ? 255 : 0);
		assertEquals(objects, check(mask, rows[0].length(), rows.length));
	}

	/**
	 * Fills each outline, as traced and as read back from its file; counts how often each pixel is
	 * filled.
	 */
	private static int check(final byte[] mask, final int width, final int height)
		throws IOException {
		final List<Roi> rois = outlines(mask, width, height);
		final ByteProcessor direct = new ByteProcessor(width, height);
		final ByteProcessor read = new ByteProcessor(width, height);
		for (final Roi roi : rois) {
			addOne(roi, direct);
			addOne(new RoiDecoder(RoiEncoder.saveAsByteArray(roi), "roi").getRoi(), read);
		}
		final byte[] once = new byte[mask.length];
		for (int i = 0; i < once.length; i++)
			once[i] = (byte) (mask[i] & 1);
		assertArrayEquals(once, (byte[]) direct.getPixels());
		assertArrayEquals(once, (byte[]) read.getPixels());
		return rois.size();
	}

	private static void addOne(final Roi roi, final ByteProcessor counts) {
		final ByteProcessor filled = new ByteProcessor(counts.getWidth(), counts.getHeight());
		filled.setValue(1);
		filled.fill(roi);
		for (int i = 0; i < counts.getPixelCount(); i++)
			counts.set(i, counts.get(i) + filled.get(i));
	}

	private static List<Roi> outlines(final byte[] mask, final int width, final int height) {
		final Labels labels = ConnectedComponents.label(Labels.ofMask(mask, width, height), 0);
		final float[] zero = new float[mask.length];
		final List<Roi> rois = new ArrayList<>();
		for (final ObjectFeatures object : ObjectFeatures.of(labels,
			new UncertaintyMaps(width, height, 1, zero, zero, zero, zero)))
			rois.add(ObjectRois.outline(labels, object));
		return rois;
	}
}
