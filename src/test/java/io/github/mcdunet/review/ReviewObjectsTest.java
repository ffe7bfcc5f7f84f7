package io.github.mcdunet.review;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.Test;

/** A row of objects that touch, by their numbers; what is asked of them, and what is decided. */
public class ReviewObjectsTest {

	private static final String ROW = "111111222.3333......";
	private static final int W = 20;
	private static final List<LabelClass> CLASSES = LabelClass.unnamed(3);

	/** Deepest between the third and the fourth pixel of object 1. */
	private static final float[] SEPARATION = new float[W];

	static {
		Arrays.fill(SEPARATION, 0.9f);
		SEPARATION[3] = 0.4f;
	}

	private static List<ReviewEntry> places() {
		final int[] numbers = new int[W];
		final float[] p = new float[W];
		for (int i = 0; i < W; i++) {
			numbers[i] = ROW.charAt(i) == '.' ? 0 : ROW.charAt(i) - '0';
			p[i] = numbers[i] == 0 ? 0 : 0.875f;
		}
		return ReviewPlaces.ofObjects(0, Labels.ofObjects(numbers, W, 1, 3), new UncertaintyMaps(W,
			1, 1, Map.of(MapKind.PROBABILITY, p, MapKind.ENTROPY, new float[W])), 1);
	}

	private static Review review(final ObjectChances... chances) {
		final List<ReviewEntry> places = new ArrayList<>();
		for (final ReviewEntry place : places())
			places.add(place.kind() == ReviewKind.OBJECT && place.number() <= chances.length
				? place.withChances(chances[place.number() - 1]) : place);
		return new Review(new ReviewQueue(places), W, 1, CLASSES, true,
			image -> Optional.of(SEPARATION));
	}

	private static int at(final Review review, final String name) {
		for (int i = 0; i < review.size(); i++)
			if (review.item(i).entry().name().equals(name)) return i;
		throw new AssertionError("no " + name);
	}

	/** The objects in the notation of the row, numbered from the left. */
	private static String objects(final Review review) {
		final Labels labels = review.labels(0);
		final List<Integer> order = new ArrayList<>();
		final StringBuilder row = new StringBuilder();
		for (final int n : labels.objects()) {
			if (n != 0 && !order.contains(n)) order.add(n);
			row.append(n == 0 ? '.' : (char) ('1' + order.indexOf(n)));
		}
		assertEquals(order.size(), labels.objectCount());
		return row.toString();
	}

	@Test
	public void objectsOfTheLabelsAreThePlaces() {
		final Review review = review();
		assertEquals(ROW, objects(review));
		assertEquals(6, review.item(at(review, "object 1")).pixels().length);
		assertTrue(review.isSeparate());
		assertFalse(new Review(new ReviewQueue(places()), W, 1).isSeparate());
	}

	private static ReviewKind question(final double split, final double joined,
		final double ofClass) {
		return new ObjectChances(split, joined, 0, ofClass).question();
	}

	@Test
	public void oneInFiveSamplesMakesAQuestion() {
		assertEquals(ReviewKind.OBJECT, question(0.19, 0.19, 0.8));
		assertEquals(ReviewKind.ONE_OR_TWO, question(0.2, 0, 1));
		assertEquals("most samples see what the mask does not", ReviewKind.ONE_OR_TWO,
			question(0, 0.9, 0.5));
		assertEquals(ReviewKind.WHICH_CLASS, question(0, 0, 0.79));
		assertEquals(ReviewKind.OBJECT, ObjectChances.UNKNOWN.question());
		assertFalse(ObjectChances.UNKNOWN.isKnown());
	}

	/** Whatever their expected error: object 3 has the fewest pixels near it. */
	@Test
	public void questionsComeFirst() {
		final Review review = review(new ObjectChances(0, 0, 0, 0.7),
			new ObjectChances(0.1, 0.3, 1, 0.2), new ObjectChances(0.4, 0, 0, 1));
		final List<String> order = new ArrayList<>();
		review.queue().entries().forEach(e -> order.add(e.kind() + ": " + e.name()));
		assertEquals(
			List.of("one or two?: object 3", "one or two?: object 2", "which class?: object 1"),
			order.subList(0, 3));
	}

	@Test
	public void aSplitFollowsTheSeparation() {
		final Review review = review();
		final int first = at(review, "object 1"), size = review.size();
		assertTrue(review.split(first));
		assertEquals(size + 1, review.size());
		assertEquals("part 1", review.item(size).entry().name());
		final String split = objects(review);
		assertTrue(split, split.matches("111(1|2)22333\\.4444\\.+"));
		assertEquals(Decision.SPLIT, review.item(first).decision());
		assertEquals(OptionalInt.of(first), review.undo());
		assertEquals(size, review.size());
		assertEquals(ROW, objects(review));
		assertFalse("no border, no decision", review.split(at(review, "object 3")));
		assertFalse(review.hasDecisions());
	}

	/** Object 2 touches 1, but the samples see it with 3. */
	@Test
	public void aMergeFollowsTheSamplesOrTheBorder() {
		final Review review = review();
		final int second = at(review, "object 2");
		assertEquals(OptionalInt.of(at(review, "object 1")), review.merge(second));
		assertEquals("111111111.2222......", objects(review));
		assertEquals(Decision.ABSORBED, review.item(at(review, "object 1")).decision());
		review.undo();
		assertEquals(ROW, objects(review));
		assertEquals("nobody touches it", OptionalInt.empty(),
			review.merge(at(review, "object 3")));
		final Review known = review(ObjectChances.UNKNOWN, new ObjectChances(0, 0.5, 3, 1));
		assertEquals(OptionalInt.of(at(known, "object 3")), known.merge(at(known, "object 2")));
		assertEquals("111111222.2222......", objects(known));
		assertEquals("the mask is as before",
			"[1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]",
			Arrays.toString(known.mask(0).classes()));
	}

	@Test
	public void partsCanBeMergedAgain() {
		final Review review = review();
		review.split(at(review, "object 1"));
		final int part = at(review, "part 1");
		assertTrue(review.merge(part).isPresent());
		assertTrue(objects(review), objects(review).startsWith("111111"));
	}

	@Test
	public void classesAreThePersons() {
		final Review review = review();
		review.setClass(at(review, "object 2"), 2);
		review.redraw(at(review, "object 3"), new int[]{ 11 });
		review.setClass(at(review, "object 3"), 2);
		assertEquals("[1, 1, 1, 1, 1, 1, 2, 2, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]",
			Arrays.toString(review.labels(0).classes()));
		assertEquals(Decision.REDRAWN, review.item(at(review, "object 3")).decision());
		assertEquals(Decision.CLASSED, review.item(at(review, "object 2")).decision());
		review.undo();
		assertEquals(1, review.labels(0).classes()[11]);
		assertThrows(IllegalArgumentException.class, () -> review.setClass(0, 3));
	}

	/** Numbers stay without a gap when an object is covered or deleted. */
	@Test
	public void whatWasDecidedOnLastHasThePixels() {
		final Review review = review();
		review.redraw(at(review, "object 2"), new int[]{ 4, 5, 6, 7, 8 });
		assertEquals("111122222.3333......", objects(review));
		review.accept(at(review, "object 1"));
		assertEquals("111111222.3333......", objects(review));
		review.redraw(at(review, "object 3"), new int[]{ 6, 7, 8 });
		assertEquals("111111222...........", objects(review));
		review.delete(at(review, "object 3"));
		assertEquals("111111222...........", objects(review));
	}
}
