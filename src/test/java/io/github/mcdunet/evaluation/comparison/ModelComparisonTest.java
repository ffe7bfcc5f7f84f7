package io.github.mcdunet.evaluation.comparison;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.Test;

public class ModelComparisonTest {

	private static final double[] A = { 0.8, 0.7, 0.6, 0.9, 0.5, 0.4, 0.8 };
	private static final double[] B = { 0.81, 0.72, 0.63, 0.86, 0.55, 0.46, 0.8 };

	/**
	 * Differences 1, 2, 3, -4, 5, 6 and 0 hundredths: the median of seven is 2; of 64 choices of
	 * signs, those whose negative ranks sum to at most 4 are {}, 1, 2, 3, 12, 4, 13: 7, twice 7 /
	 * 64 = 0.219.
	 */
	@Test
	public void sentenceByHand() {
		final Paired pair = comparison(A, B).pairs().get(0);
		assertEquals(5, pair.better());
		assertEquals(1, pair.worse());
		assertEquals(0.02, pair.median(), 1e-12);
		assertEquals(14 / 64.0, pair.pValue().value(), 1e-12);
		assertTrue(pair.sentence(), pair.sentence().matches(
			"B is better than A on 5 of 7 images \\(equal on 1\\); median difference \\+0\\.020 "
				+ "\\(95 % interval [+-]0\\.0\\d\\d to \\+0\\.0\\d\\d\\); Wilcoxon p = 0\\.219\\."));
	}

	/** The better one is named first, and the difference is from its side. */
	@Test
	public void theFirstMayBeBetter() {
		final String swapped = comparison(B, A).pairs().get(0).sentence();
		assertTrue(swapped, swapped.startsWith(
			"A is better than B on 5 of 7 images (equal on 1); median difference +0.020 (95 % interval "));
	}

	@Test
	public void fewOrEqualImagesAreTold() {
		assertEquals("A and B are equal on all of 7 images.", comparison(A, A).sentences().get(0));
		assertEquals(
			"B is better than A on 1 of 1 image; median difference +0.100; Wilcoxon p = 1.000 (it takes at least 6 images that differ to get below 0.05).",
			comparison(new double[]{ 0.5 }, new double[]{ 0.6 }).sentences().get(0));
		assertTrue(
			comparison(new double[]{ 0, 1 }, new double[]{ 1, 0 }).sentences().get(0).startsWith(
				"A and B are each better on 1 of 2 images; median difference +0.000 (95 % interval -1.000 to +1.000)"));
	}

	/** All of 12 better: p = 2 / 4096. */
	@Test
	public void smallProbabilitiesAreBounded() {
		final double[] low = new double[12],
			high = IntStream.rangeClosed(1, 12).mapToDouble(i -> 0.01 * i).toArray();
		assertTrue(comparison(low, high).sentences().get(0).endsWith("; Wilcoxon p < 0.001."));
	}

	@Test
	public void threeModelsAreThreePairs() {
		final ModelComparison three = new ModelComparison(List.of("i", "j"), List.of("A", "B", "C"),
			List.of(new double[]{ 0.25, 0.5 }, new double[]{ 0.5, 0.5 }, new double[]{ 1, 0.25 }));
		assertEquals(List.of("AB", "AC", "BC"),
			three.pairs().stream().map(p -> p.first() + p.second()).collect(Collectors.toList()));
		assertArrayEquals(new double[]{ 0.5, -0.25 }, three.pairs().get(2).differences(), 1e-15);
		assertTrue(three.sentences().get(3).contains("multiply each p by 3"));
		assertEquals(
			"Image,A,B,C,B - A,C - A,C - B\n" + "i,0.250000,0.500000,1,0.250000,0.750000,0.500000\n"
				+ "j,0.500000,0.500000,0.250000,0,-0.250000,-0.250000\n"
				+ "Median,0.375000,0.500000,0.625000,0.125000,0.250000,0.125000\n"
				+ "Mean,0.375000,0.500000,0.625000,0.125000,0.250000,0.125000\n",
			three.table().toCsv());
		assertEquals(0.625, three.boxes().get(2).median(), 0);
	}

	@Test
	public void whatDoesNotFitIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> comparison(A, new double[3]));
		assertThrows(IllegalArgumentException.class,
			() -> comparison(new double[]{ Double.NaN }, new double[1]));
		assertThrows(IllegalArgumentException.class,
			() -> comparison(new double[0], new double[0]));
	}

	private static ModelComparison comparison(final double[] a, final double[] b) {
		return new ModelComparison(Collections.nCopies(a.length, "image"), List.of("A", "B"),
			List.of(a, b));
	}
}
