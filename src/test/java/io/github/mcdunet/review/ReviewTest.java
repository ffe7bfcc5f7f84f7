package io.github.mcdunet.review;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.Test;

/**
 * Two images of one row: objects "##", a missed one "?", and far background "." whose pixels are
 * wrong once in 16.
 */
public class ReviewTest {

	private static final String[] ROWS = { "##....................##.....?........................", //
		".......................................................#" };
	private static final int WIDTH = 56;

	private final Review review = new Review(new ReviewQueue(places()), WIDTH, 1);

	private static List<ReviewEntry> places() {
		final List<ReviewEntry> places = new ArrayList<>();
		for (int k = 0; k < ROWS.length; k++) {
			final float[] p = new float[WIDTH];
			for (int i = 0; i < WIDTH; i++) {
				final char c = i < ROWS[k].length() ? ROWS[k].charAt(i) : '.';
				p[i] = c == '#' ? 0.875f : c == '?' ? 0.375f : 0.0625f;
			}
			final UncertaintyMaps maps = new UncertaintyMaps(WIDTH, 1, 1,
				Map.of(MapKind.PROBABILITY, p, MapKind.ENTROPY, new float[WIDTH]));
			places.addAll(ReviewPlaces.of(k, maps.mask(0.5), maps, 1));
		}
		return places;
	}

	private int index(final int image, final String name) {
		for (int i = 0; i < review.size(); i++)
			if (review.item(i).entry().image() == image
				&& review.item(i).entry().name().equals(name)) return i;
		throw new AssertionError("no " + name);
	}

	/** The mask in the notation of the rows. */
	private String mask(final int image) {
		final StringBuilder row = new StringBuilder();
		for (final byte m : review.mask(image).classes())
			row.append(m != 0 ? '#' : '.');
		return row.toString();
	}

	private static String row(final int... pixels) {
		final StringBuilder row = new StringBuilder(".".repeat(WIDTH));
		for (final int i : pixels)
			row.setCharAt(i, '#');
		return row.toString();
	}

	@Test
	public void beforeAnyDecisionItIsThePrediction() {
		assertEquals(row(0, 1, 22, 23), mask(0));
		assertEquals(row(55), mask(1));
		assertFalse(review.hasDecisions());
		assertEquals(0, review.reviewedShare(), 0);
	}

	@Test
	public void everyDecisionChangesTheMaskAndUndoTakesItBack() {
		review.accept(index(0, "object 1"));
		assertEquals(row(0, 1, 22, 23), mask(0));
		review.accept(index(0, "maybe missed 1"));
		assertEquals(row(0, 1, 22, 23, 29), mask(0));
		review.delete(index(0, "object 2"));
		assertEquals(row(0, 1, 29), mask(0));
		final int object = index(1, "object 1");
		review.redraw(object, new int[]{ 54, 53 });
		assertEquals(row(53, 54), mask(1));
		assertEquals(Decision.REDRAWN, review.item(object).decision());
		final int added = review.add(1, new int[]{ 3 });
		assertEquals("added 1", review.item(added).entry().name());
		assertEquals(3.5, review.item(added).entry().x(), 0);
		assertEquals("added 2", review.item(review.add(1, new int[]{ 7, 8 })).entry().name());
		assertEquals(row(3, 7, 8, 53, 54), mask(1));
		review.delete(added);
		assertEquals(row(7, 8, 53, 54), mask(1));
		final String[] before = { row(3, 7, 8, 53, 54), row(3, 53, 54), row(53, 54), row(55) };
		for (final String mask : before) {
			assertTrue(review.undo().isPresent());
			assertEquals(mask, mask(1));
		}
		assertEquals(OptionalInt.of(index(0, "object 2")), review.undo());
		assertEquals(row(0, 1, 22, 23, 29), mask(0));
		review.undo();
		review.undo();
		assertEquals(OptionalInt.empty(), review.undo());
		assertEquals(row(0, 1, 22, 23), mask(0));
		assertFalse(review.hasDecisions());
	}

	@Test
	public void aDismissedOneStaysOutAndADeletedOneCanComeBack() {
		review.delete(index(0, "maybe missed 1"));
		assertEquals(row(0, 1, 22, 23), mask(0));
		review.delete(index(0, "object 1"));
		review.accept(index(0, "object 1"));
		assertEquals(row(0, 1, 22, 23), mask(0));
	}

	/** An object redrawn across its neighbour takes nothing with it when it goes. */
	@Test
	public void deletingLeavesTheNeighbourWhole() {
		review.redraw(index(0, "object 1"), new int[]{ 20, 21, 22 });
		assertEquals(row(20, 21, 22, 23), mask(0));
		review.delete(index(0, "object 1"));
		assertEquals(row(22, 23), mask(0));
	}

	/** Object 1 of image 0: itself 2 / 8, and 10 pixels beside it 1 / 16 each. */
	@Test
	public void shareIsThatOfTheEstimatedError() {
		final double whole = 5 / 8.0 + 3 / 8.0 + (2 * WIDTH - 6) / 16.0;
		assertEquals(whole, review.queue().total(), 1e-9);
		review.accept(index(0, "object 1"));
		assertEquals((2 / 8.0 + 10 / 16.0) / whole, review.reviewedShare(), 1e-9);
		assertTrue(review.isReviewed(0));
		assertFalse(review.isReviewed(1));
		for (int i = 0; i < review.size(); i++)
			review.accept(i);
		assertEquals(1, review.reviewedShare(), 1e-9);
	}

	@Test
	public void theRestOfAnImageIsNoObject() {
		final int rest = index(1, "rest of image");
		assertFalse(review.item(rest).isObject());
		assertArrayEquals(new int[0], review.item(rest).pixels());
		assertThrows(IllegalArgumentException.class, () -> review.delete(rest));
		assertThrows(IllegalArgumentException.class, () -> review.redraw(rest, new int[]{ 1 }));
		review.accept(rest);
		assertEquals(row(55), mask(1));
	}

	@Test
	public void pixelsMustBeInTheImage() {
		for (final int[] wrong : new int[][]{ {}, { WIDTH }, { -1 } })
			assertThrows(IllegalArgumentException.class, () -> review.add(0, wrong));
	}
}
