package io.github.mcdunet.dataset;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.Test;

public class SplitTest {

	private static void assertSizes(final Split split, final int training, final int validation,
		final int test) {
		assertEquals(training, split.training().size());
		assertEquals(validation, split.validation().size());
		assertEquals(test, split.test().size());
	}

	private static Dataset named(final String... names) {
		final List<LabeledImage> samples = new ArrayList<>();
		for (final String name : names)
			samples.add(new LabeledImage(name, 1, new float[1], Labels.ofMask(new byte[1], 1, 1)));
		return new Dataset(samples, Collections.singletonList("c"));
	}

	@Test
	public void everySampleIsInExactlyOnePart() {
		for (int n = 5; n < 40; n++) {
			final Split split = Split.random(n, 0.2, 0.2, n);
			final List<Integer> all = new ArrayList<>(split.training());
			all.addAll(split.validation());
			all.addAll(split.test());
			Collections.sort(all);
			final List<Integer> expected = new ArrayList<>();
			for (int i = 0; i < n; i++)
				expected.add(i);
			assertEquals(expected, all);
		}
	}

	@Test
	public void partsAreTheRoundedFractions() {
		assertSizes(Split.random(100, 0.2, 0.2, 1), 60, 20, 20);
		assertSizes(Split.random(10, 0.25, 0, 1), 7, 3, 0);
		assertSizes(Split.random(11, 0.1, 0.3, 1), 7, 1, 3);
	}

	@Test
	public void aFractionAboveZeroGivesAtLeastOne() {
		assertSizes(Split.random(2, 0.01, 0, 1), 1, 1, 0);
		assertSizes(Split.random(3, 0.01, 0.01, 1), 1, 1, 1);
	}

	@Test
	public void theSeedDecides() {
		final Split a = Split.random(50, 0.2, 0.2, 7), b = Split.random(50, 0.2, 0.2, 7);
		assertEquals(a.training(), b.training());
		assertEquals(a.validation(), b.validation());
		assertEquals(a.test(), b.test());
		assertNotEquals(a.test(), Split.random(50, 0.2, 0.2, 8).test());
	}

	/**
	 * Each of ten samples is the one validation sample in about a tenth of 1000 splits (5 standard
	 * deviations).
	 */
	@Test
	public void everySampleHasTheSameChance() {
		final int[] counts = new int[10];
		for (int seed = 0; seed < 1000; seed++)
			counts[Split.random(10, 0.1, 0, seed).validation().get(0)]++;
		for (final int count : counts)
			assertEquals(100, count, 5 * Math.sqrt(1000 * 0.1 * 0.9));
	}

	@Test
	public void saysWhatIsWrong() {
		assertTrue(assertThrows(McdUnetException.class, () -> Split.random(1, 0.2, 0, 1))
			.getMessage().contains("only 1 image"));
		assertThrows(McdUnetException.class, () -> Split.random(0, 0.2, 0, 1));
		assertThrows(McdUnetException.class, () -> Split.random(2, 0.5, 0.5, 1));
		for (final double bad : new double[]{ 0, 1, -0.1, 2, Double.NaN })
			assertThrows(McdUnetException.class, () -> Split.random(10, bad, 0, 1));
		for (final double bad : new double[]{ 1, -0.1, Double.NaN })
			assertThrows(McdUnetException.class, () -> Split.random(10, 0.2, bad, 1));
	}

	@Test
	public void isATableInTheOrderOfTheSamples() {
		final Split split = new Split(Arrays.asList(0, 3), Arrays.asList(2), Arrays.asList(1));
		assertEquals(
			"index,name,part\n0,A01,training\n1,\"B,2\",test\n2,\"the \"\"best\"\"\",validation\n"
				+ "3,\"two\nlines\",training\n",
			split.table(named("A01", "B,2", "the \"best\"", "two\nlines")).toCsv());
	}
}
