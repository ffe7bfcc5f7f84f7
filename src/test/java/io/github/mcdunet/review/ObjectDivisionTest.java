package io.github.mcdunet.review;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.Test;

public class ObjectDivisionTest {

	private static final int WIDTH = 20;

	/** Pixels of "#" in rows of an image of this width. */
	private static int[] pixels(final String... rows) {
		return IntStream.range(0, WIDTH * rows.length).filter(
			i -> i % WIDTH < rows[i / WIDTH].length() && rows[i / WIDTH].charAt(i % WIDTH) == '#')
			.toArray();
	}

	private static final int[] DUMBBELL = pixels( //
		"", //
		"..#####...#####", //
		"..#####...#####", //
		"..#############", //
		"..#####...#####", //
		"..#####...#####");

	/** Dents of 0.1, 0.6 and 0.3: the deepest one is the border. */
	@Test
	public void theDeepestDentIsTheBorder() {
		final float[] separation = new float[WIDTH];
		final float[] inside = { 0.9f, 0.8f, 0.9f, 0.3f, 0.9f, 0.9f, 0.6f, 0.9f, 0.9f };
		System.arraycopy(inside, 0, separation, 1, inside.length);
		final List<int[]> parts = ObjectDivision.parts(pixels(".#########"), WIDTH,
			Optional.of(separation));
		assertEquals(2, parts.size());
		assertTrue("the larger first", parts.get(0).length >= parts.get(1).length);
		assertArrayEquals(new int[]{ 5, 6, 7, 8, 9 },
			Arrays.stream(parts.get(0)).filter(i -> i != 4).toArray());
		assertArrayEquals(new int[]{ 1, 2, 3 },
			Arrays.stream(parts.get(1)).filter(i -> i != 4).toArray());
		assertEquals(9, parts.get(0).length + parts.get(1).length);
	}

	private static void assertDivided(final List<int[]> parts) {
		assertEquals(2, parts.size());
		for (final int[] part : parts)
			assertTrue("a square and not more than the bridge",
				part.length >= 25 && part.length <= 28);
		assertEquals(53, parts.get(0).length + parts.get(1).length);
		assertEquals("each in a half of its own", 1, parts.stream()
			.filter(part -> Arrays.stream(part).anyMatch(i -> i % WIDTH < 7)).count());
	}

	/** Half-widths of 3 in the squares and 1 in the bridge between them. */
	@Test
	public void withoutASeparationTheWaistIsTheBorder() {
		assertDivided(ObjectDivision.parts(DUMBBELL, WIDTH, Optional.empty()));
		final float[] flat = new float[WIDTH * 6];
		Arrays.fill(flat, 0.9f);
		assertDivided(ObjectDivision.parts(DUMBBELL, WIDTH, Optional.of(flat)));
	}

	@Test
	public void aRectangleAndAPixelHaveNoBorder() {
		assertEquals(1, ObjectDivision
			.parts(pixels("#########", "#########", "#########"), WIDTH, Optional.empty()).size());
		assertEquals(1, ObjectDivision.parts(new int[]{ 0 }, WIDTH, Optional.empty()).size());
	}

	/** The corners of an image and pieces that do not touch are no special case. */
	@Test
	public void piecesAreParts() {
		final List<int[]> parts = ObjectDivision.parts(pixels("##...............###"), WIDTH,
			Optional.empty());
		assertArrayEquals(new int[]{ 17, 18, 19 }, parts.get(0));
		assertArrayEquals(new int[]{ 0, 1 }, parts.get(1));
	}
}
