package io.github.mcdunet.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.Test;

public class BoundaryScoreTest {

	private static final PixelSize PIXEL = PixelSize.UNCALIBRATED;

	/** A filled 3 x 3 square: the pixel in its middle is no outline, the other 8 are. */
	/**
	 * The truth's object ends at background on the left and at what nobody has labelled on the
	 * right: only the left end is an outline, and the predicted one lies beside it.
	 */
	@Test
	public void whatIsUnlabelledHasNoOutline() {
		final byte u = Labels.UNLABELLED;
		final Labels truth = Labels.ofClasses(strip(0, 0, 1, 1, 1, u, u, 0, 0), 9, 3);
		final Labels prediction = Labels.ofClasses(strip(0, 1, 1, 1, 1, 1, 1, 1, 0), 9, 3);
		final BoundaryScore score = BoundaryScore.of(prediction, truth, PIXEL, 0);
		// Known outlines are at 2 and at 1 in the middle row, at 2, 3 and at 1, 2, 3 in the others
		assertEquals(5, new Boundary(truth).count());
		assertEquals(7, new Boundary(prediction, truth).count());
		// precision 4 / 7, recall 4 / 5
		assertEquals(2 / 3.0, score.f1(), 1e-15);
		final Labels inside = Labels.ofClasses(new byte[]{ u, 1, u, u }, 4, 1);
		assertEquals(
			"Too few pixels are labelled in the truth to know where outlines are, so they are not compared.",
			BoundaryScore.of(inside, inside, PIXEL).agreement().reason());
	}

	/** Three rows alike. */
	private static byte[] strip(final int... row) {
		final byte[] mask = new byte[3 * row.length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) row[i % row.length];
		return mask;
	}

	@Test
	public void theMiddleOfASquareIsNoOutline() {
		final byte[] square = new byte[49];
		for (int y = 2; y < 5; y++)
			for (int x = 2; x < 5; x++)
				square[y * 7 + x] = 1;
		assertEquals(8, new Boundary(Labels.ofMask(square, 7, 7)).count());
		// All of 3 x 3: the edge of the image is an outline
		assertEquals(8,
			new Boundary(Labels.ofMask(new byte[]{ 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 3, 3)).count());
	}

	/**
	 * One pixel each, 3 apart: distance 3, out of reach at 2 and in reach at 3. Pixels 0.5 wide:
	 * 1.5.
	 */
	@Test
	public void twoPixelsByHand() {
		final byte[] a = { 1, 0, 0, 0, 0 }, b = { 0, 0, 0, 1, 0 };
		final BoundaryScore score = BoundaryScore.of(Labels.ofMask(a, 5, 1), Labels.ofMask(b, 5, 1),
			PIXEL);
		assertEquals(0, score.f1(), 0);
		assertEquals(3, score.surfaceDistance().value(), 0);
		assertEquals(1,
			BoundaryScore.of(Labels.ofMask(a, 5, 1), Labels.ofMask(b, 5, 1), PIXEL, 3).f1(), 0);
		final BoundaryScore small = BoundaryScore.of(Labels.ofMask(a, 5, 1), Labels.ofMask(b, 5, 1),
			new PixelSize(0.5, 9, "um"));
		assertEquals("the tolerance counts pixels", 0, small.f1(), 0);
		assertEquals(1.5, small.surfaceDistance().value(), 1e-15);
	}

	/**
	 * Predicted x = 0 and 7, true x = 1, in a row: 1 of 2 within 2, and 1 of 1: F1 2 / 3; distances
	 * 1, 6 and 1.
	 */
	@Test
	public void anObjectTooManyByHand() {
		final BoundaryScore score = BoundaryScore.of(
			Labels.ofMask(new byte[]{ 1, 0, 0, 0, 0, 0, 0, 1 }, 8, 1),
			Labels.ofMask(new byte[]{ 0, 1, 0, 0, 0, 0, 0, 0 }, 8, 1), PIXEL);
		assertEquals(2 / 3.0, score.f1(), 1e-15);
		assertEquals(8 / 3.0, score.surfaceDistance().value(), 1e-15);
	}

	@Test
	public void equalMasksAreFaultless() {
		final byte[] mask = { 0, 1, 1, 0, 1, 1, 0, 0, 0 };
		final BoundaryScore score = BoundaryScore.of(Labels.ofMask(mask, 3, 3),
			Labels.ofMask(mask, 3, 3), PIXEL);
		assertEquals(1, score.f1(), 0);
		assertEquals(0, score.surfaceDistance().value(), 0);
	}

	@Test
	public void emptyMasks() {
		final byte[] none = new byte[4], some = { 0, 1, 0, 0 };
		assertEquals(1,
			BoundaryScore.of(Labels.ofMask(none, 2, 2), Labels.ofMask(none, 2, 2), PIXEL).f1(), 0);
		assertEquals(0,
			BoundaryScore.of(Labels.ofMask(none, 2, 2), Labels.ofMask(none, 2, 2), PIXEL)
				.surfaceDistance().value(),
			0);
		for (final BoundaryScore one : List.of(
			BoundaryScore.of(Labels.ofMask(none, 2, 2), Labels.ofMask(some, 2, 2), PIXEL),
			BoundaryScore.of(Labels.ofMask(some, 2, 2), Labels.ofMask(none, 2, 2), PIXEL))) {
			assertEquals(0, one.f1(), 0);
			assertFalse(one.surfaceDistance().isPresent());
			assertEquals("", one.surfaceDistance().toString());
		}
		assertTrue(BoundaryScore.of(Labels.ofMask(some, 2, 2), Labels.ofMask(none, 2, 2), PIXEL)
			.surfaceDistance().reason().startsWith("The true mask is empty"));
	}

	@Test
	public void randomMasksAsByTryingAllPairs() {
		final SplittableRandom random = new SplittableRandom(5);
		for (int round = 0; round < 40; round++) {
			final int width = 3 + random.nextInt(10), height = 3 + random.nextInt(10);
			final byte[] a = blobs(random, width * height), b = blobs(random, width * height);
			final PixelSize size = new PixelSize(0.3, 0.7, "um");
			final BoundaryScore score = BoundaryScore.of(Labels.ofMask(a, width, height),
				Labels.ofMask(b, width, height), size, 1.5);
			final List<int[]> outlineA = outline(a, width, height),
				outlineB = outline(b, width, height);
			final double precision = near(outlineA, outlineB) / (double) outlineA.size(),
				recall = near(outlineB, outlineA) / (double) outlineB.size();
			assertEquals(2 / (1 / precision + 1 / recall), score.f1(), 1e-12);
			assertEquals((sum(outlineA, outlineB) + sum(outlineB, outlineA))
				/ (outlineA.size() + outlineB.size()), score.surfaceDistance().value(), 1e-12);
		}
	}

	private static byte[] blobs(final SplittableRandom random, final int n) {
		final byte[] mask = new byte[n];
		for (int i = 0; i < n; i++)
			mask[i] = (byte) (random.nextInt(10) < 7 ? 1 : 0);
		return mask;
	}

	private static List<int[]> outline(final byte[] mask, final int width, final int height) {
		final List<int[]> outline = new ArrayList<>();
		for (int i = 0; i < mask.length; i++) {
			final int x = i % width, y = i / width;
			if (at(mask, x, y, width, height)
				&& !(at(mask, x - 1, y, width, height) && at(mask, x + 1, y, width, height)
					&& at(mask, x, y - 1, width, height) && at(mask, x, y + 1, width, height)))
				outline.add(new int[]{ x, y });
		}
		return outline;
	}

	private static boolean at(final byte[] mask, final int x, final int y, final int width,
		final int height) {
		return x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] != 0;
	}

	private static long near(final List<int[]> from, final List<int[]> to) {
		return from.stream()
			.filter(a -> to.stream().anyMatch(b -> Math.hypot(a[0] - b[0], a[1] - b[1]) <= 1.5))
			.count();
	}

	private static double sum(final List<int[]> from, final List<int[]> to) {
		return from.stream()
			.mapToDouble(a -> to.stream()
				.mapToDouble(b -> Math.hypot(0.3 * (a[0] - b[0]), 0.7 * (a[1] - b[1]))).min()
				.getAsDouble())
			.sum();
	}
}
