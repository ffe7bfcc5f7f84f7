package io.github.mcdunet.dataset.synthetic;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.objects.ConnectedComponents;
import io.github.mcdunet.objects.ObjectPixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.Test;

/** The scenes with numbered objects: nuclei that touch, round cells and rods. */
public class SyntheticScenesTest {

	private static final int SIZE = 160;
	private static final Dataset NUCLEI = new SyntheticNuclei(SIZE).generate(6, 1),
		CELLS = new SyntheticCells(SIZE).generate(6, 1);

	private static List<LabeledImage> all() {
		final List<LabeledImage> all = new ArrayList<>(NUCLEI.images());
		all.addAll(CELLS.images());
		return all;
	}

	@Test
	public void picturesAreThoseOfACameraOfTwelveBits() {
		assertEquals(List.of("nuclei"), NUCLEI.channelNames());
		assertEquals(List.of("brightfield"), CELLS.channelNames());
		assertEquals("nuclei-01", NUCLEI.get(0).name());
		assertEquals("cells-06", CELLS.get(5).name());
		for (final LabeledImage image : all())
			for (final float v : image.pixels())
				assertTrue(v >= 0 && v <= 4095 && v == Math.rint(v));
	}

	@Test
	public void aPictureDependsOnTheSeedAndItsNumberOnly() {
		final LabeledImage third = new SyntheticNuclei(SIZE).generate(3, 1).get(2);
		assertArrayEquals(NUCLEI.get(2).pixels(), third.pixels(), 0);
		assertArrayEquals(NUCLEI.get(2).labels().objects(), third.labels().objects());
		assertFalse(Arrays.equals(third.labels().objects(),
			new SyntheticNuclei(SIZE).generate(3, 2).get(2).labels().objects()));
		assertArrayEquals(CELLS.get(1).pixels(),
			new SyntheticCells(SIZE).generate(2, 1).get(1).pixels(), 0);
	}

	/** Every number has pixels, which hang together but for crumbs, of one class. */
	@Test
	public void objectsAreWhole() {
		for (final LabeledImage image : all()) {
			final Labels labels = image.labels();
			assertTrue(labels.objectCount() >= 3);
			for (int i = 0; i < labels.size(); i++)
				assertEquals(labels.objects()[i] != 0, labels.isForeground(i));
			for (final int[] object : ObjectPixels.of(labels)) {
				assertTrue(object.length >= 9);
				final byte[] alone = new byte[labels.size()];
				for (final int i : object) {
					alone[i] = 1;
					assertEquals(labels.classes()[object[0]], labels.classes()[i]);
				}
				final Labels parts = ConnectedComponents.label(Labels.ofMask(alone, SIZE, SIZE), 0);
				assertEquals(image.name(), 1, parts.objectCount());
			}
		}
	}

	/** A good part of the nuclei touch: connected areas are far fewer than nuclei. */
	@Test
	public void nucleiTouch() {
		int nuclei = 0, areas = 0;
		for (final LabeledImage image : NUCLEI.images()) {
			nuclei += image.labels().objectCount();
			areas += ConnectedComponents
				.label(Labels.ofMask(image.labels().classes(), SIZE, SIZE), 0).objectCount();
		}
		assertTrue(nuclei + " nuclei in " + areas + " areas", areas < 0.7 * nuclei);
		assertTrue(nuclei + " nuclei in " + areas + " areas", areas > 0.2 * nuclei);
	}

	@Test
	public void nucleiAreBrighterThanTheBackground() {
		for (final LabeledImage image : NUCLEI.images())
			assertTrue(image.name(), mean(image, 1) > 1.5 * mean(image, 0));
	}

	/**
	 * Both classes are in every picture and darker than the background; grey alone does not tell.
	 */
	@Test
	public void bothKindsOfCellsAreThereAndOverlapInGrey() {
		for (final LabeledImage image : CELLS.images()) {
			for (final int c : new int[]{ SyntheticCells.ROUND, SyntheticCells.ROD }) {
				assertTrue(mean(image, c) < 0.95 * mean(image, 0));
				int n = 0;
				for (final byte own : image.labels().classes())
					if (own == c) n++;
				assertTrue(image.name() + " class " + c + ": " + n, n > 0.004 * SIZE * SIZE);
			}
		}
		int wrong = 0, rods = 0;
		for (int threshold = 0, best = Integer.MAX_VALUE; threshold < 3000; threshold += 20) {
			int misses = 0;
			rods = 0;
			for (final LabeledImage image : CELLS.images())
				for (int i = 0; i < SIZE * SIZE; i++) {
					final byte c = image.labels().classes()[i];
					if (c == SyntheticCells.ROD) rods++;
					if (c != 0 && (image.pixels()[i] < threshold) != (c == SyntheticCells.ROD))
						misses++;
				}
			best = Math.min(best, misses);
			wrong = best;
		}
		assertTrue(wrong + " pixels for " + rods, wrong > 0.1 * rods);
		assertEquals(2, SyntheticCells.CLASSES.size());
	}

	private static double mean(final LabeledImage image, final int ofClass) {
		double sum = 0;
		int n = 0;
		for (int i = 0; i < image.labels().size(); i++)
			if (image.labels().classes()[i] == ofClass) {
				sum += image.pixels()[i];
				n++;
			}
		return sum / n;
	}

	/** A flat picture stays flat to the edge, and a point keeps its light. */
	@Test
	public void blurKeepsTheLight() {
		final double[] flat = new double[100], point = new double[21 * 21];
		Arrays.fill(flat, 7);
		for (final double v : Camera.blurred(flat, 10, 1.5))
			assertEquals(7, v, 1e-12);
		point[220] = 1;
		final double[] spread = Camera.blurred(point, 21, 1.5);
		assertEquals(1, Arrays.stream(spread).sum(), 1e-12);
		assertEquals(spread[220] * Math.exp(-2 * 2 / (2 * 1.5 * 1.5)), spread[222], 1e-12);
	}

	@Test
	public void smallPicturesHaveObjectsToo() {
		for (final LabeledImage image : new SyntheticNuclei(32).generate(10, 5).images())
			assertTrue(image.labels().objectCount() > 0);
		for (final LabeledImage image : new SyntheticCells(32).generate(10, 5).images())
			assertTrue(image.labels().objectCount() > 0);
		assertThrows(IllegalArgumentException.class, () -> new SyntheticNuclei(16));
		assertThrows(IllegalArgumentException.class, () -> new SyntheticCells(16));
	}
}
