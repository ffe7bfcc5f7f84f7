package io.github.mcdunet.review;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.objects.Shapes;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.Test;

public class ReviewPlacesTest {

	private static final int W = 80, H = 40;

	private static UncertaintyMaps maps(final float[] p) {
		final float[] entropy = new float[p.length];
		for (int i = 0; i < p.length; i++)
			entropy[i] = (float) UncertaintyMaps.entropy(p[i]);
		return new UncertaintyMaps(W, H, 1,
			Map.of(MapKind.PROBABILITY, p, MapKind.ENTROPY, entropy));
	}

	/** 0.0625 everywhere. */
	private static float[] background() {
		final float[] p = new float[W * H];
		java.util.Arrays.fill(p, 0.0625f);
		return p;
	}

	private static void fill(final float[] p, final int left, final int top, final int width,
		final int height, final double value) {
		for (final int i : Shapes.pixels(W, H, Shapes.box(left, top, width, height)))
			p[i] = (float) value;
	}

	/** An object of 5 x 4 pixels with a blurred rim, a faint one of 4 x 4, and a speck of 2 x 2. */
	@Test
	public void objectsMissedOnesAndTheRest() {
		final float[] p = background();
		fill(p, 9, 9, 9, 8, 0.25);
		fill(p, 11, 11, 5, 4, 0.875);
		fill(p, 50, 20, 4, 4, 0.375);
		fill(p, 70, 5, 2, 2, 0.375);
		final UncertaintyMaps maps = maps(p);
		final List<ReviewEntry> places = ReviewPlaces.of(4, maps.mask(0.5), maps, 10);
		assertEquals(3, places.size());
		final ReviewEntry object = places.get(0), missed = places.get(1), rest = places.get(2);
		assertEquals("object 1", object.name());
		assertEquals("maybe missed 1", missed.name());
		assertEquals("rest of image", rest.name());
		assertEquals(4, object.image());
		assertEquals(20, object.area());
		assertEquals(13.5, object.x(), 1e-12);
		assertEquals(13, object.y(), 1e-12);
		assertEquals(-0.875 * Math.log(0.875) - 0.125 * Math.log(0.125), object.meanEntropy(),
			1e-6);
		assertTrue(Double.isNaN(object.confidence()));
		assertEquals(0.75, object.withConfidence(0.75).confidence(), 0);
		assertArrayEquals(Shapes.pixels(W, H, Shapes.box(50, 20, 4, 4)), missed.pixels());
		assertEquals(0, rest.pixels().length);
		assertEquals("within 10 pixels of a box", 16 * 0.375 + near(4, 4) * 0.0625,
			missed.wrongPixels(), 1e-9);
		assertEquals(W * H - 20 - near(5, 4) - 16 - near(4, 4), rest.area(), 0);
		assertEquals("the speck is a part of the rest", (rest.area() - 4) * 0.0625 + 4 * 0.375,
			rest.wrongPixels(), 1e-9);
	}

	/** Number of pixels outside of a box of that size and within 10 pixels of it. */
	private static int near(final int width, final int height) {
		int n = 0;
		for (int y = -10; y < height + 10; y++)
			for (int x = -10; x < width + 10; x++) {
				final int dx = Math.max(Math.max(-x, x - width + 1), 0);
				final int dy = Math.max(Math.max(-y, y - height + 1), 0);
				if (dx + dy > 0 && dx * dx + dy * dy <= 100) n++;
			}
		return n;
	}

	/** Expected wrong pixels of all places are those of the image, whatever mask was made of it. */
	@Test
	public void placesHaveTheWholeError() {
		final Random random = new Random(8);
		for (final double threshold : new double[]{ 0.3, 0.5, 0.9 }) {
			final float[] p = background();
			for (int k = 0; k < 12; k++)
				fill(p, random.nextInt(W - 9), random.nextInt(H - 9), 2 + random.nextInt(7),
					2 + random.nextInt(7), random.nextDouble());
			final UncertaintyMaps maps = maps(p);
			final byte[] mask = maps.mask(threshold).classes();
			double whole = 0;
			for (int i = 0; i < p.length; i++)
				whole += p[i] >= (float) threshold ? 1 - p[i] : p[i];
			assertEquals(whole, ReviewPlaces.of(0, Labels.ofMask(mask, W, H), maps, 5).stream()
				.mapToDouble(ReviewEntry::wrongPixels).sum(), 1e-6);
		}
	}

	@Test
	public void anImageWithoutObjectsHasTheRestOnly() {
		final UncertaintyMaps maps = maps(background());
		final List<ReviewEntry> places = ReviewPlaces.of(0, Labels.ofMask(new byte[W * H], W, H),
			maps, 5);
		assertEquals(1, places.size());
		assertEquals(ReviewKind.ELSEWHERE, places.get(0).kind());
		assertEquals(W * H * 0.0625, places.get(0).wrongPixels(), 1e-9);
		assertEquals(W / 2.0, places.get(0).x(), 1e-12);
	}

	/**
	 * A chain of uncertain pixels from an object's rim outwards is doubt about a branch: cut off 3
	 * pixels from the object.
	 */
	@Test
	public void aMissedPartBeginsBeyondTheRim() {
		final float[] p = background();
		fill(p, 10, 10, 10, 10, 0.9375);
		fill(p, 20, 13, 12, 4, 0.25);
		final UncertaintyMaps maps = maps(p);
		final List<ReviewEntry> places = ReviewPlaces.of(0, maps.mask(0.5), maps, 10);
		assertArrayEquals(Shapes.pixels(W, H, Shapes.box(23, 13, 9, 4)), places.get(1).pixels());
	}
}
