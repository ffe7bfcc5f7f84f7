package io.github.mcdunet.evaluation.comparison;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.SplittableRandom;

import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.Test;

public class SignedRankTestTest {

	/**
	 * Ranks 1, 2, 3 with signs - + +: sum 5; 2 of 8 choices of signs reach 5 or more, twice that is
	 * 1 / 2.
	 */
	@Test
	public void threeByHand() {
		final SignedRankTest test = new SignedRankTest(new double[]{ 0.3, -0.1, 0.2 });
		assertEquals(5, test.rankSum(), 0);
		assertEquals(0.5, test.pValue().value(), 1e-15);
	}

	/** All five positive: 2 / 2^5, the least there is. */
	@Test
	public void fiveOfOneSignCannotBeSignificant() {
		assertEquals(0.0625, new SignedRankTest(new double[]{ 5, 4, 3, 2, 1 }).pValue().value(),
			1e-15);
		assertEquals(1, new SignedRankTest(new double[]{ -5 }).pValue().value(), 1e-15);
	}

	/**
	 * Zeros are left out; 0.1 and 0.3 - 0.2 are equal but for rounding and share the rank 1.5: sum
	 * 1.5 + 3.
	 */
	@Test
	public void zerosAndTiesByHand() {
		final SignedRankTest test = new SignedRankTest(
			new double[]{ 0, 0.1, -(0.3 - 0.2), 0.5, 1e-17 });
		assertEquals(3, test.count());
		assertEquals(4.5, test.rankSum(), 0);
		// Sums of 1.5, 1.5, 3: 0, 1.5 x 2, 3 x 2, 4.5 x 2, 6: 3 of 8 reach 4.5
		assertEquals(0.75, test.pValue().value(), 1e-15);
		assertFalse(new SignedRankTest(new double[]{ 0, 0 }).pValue().isPresent());
	}

	@Test
	public void withoutTiesAsCommonsMath() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int n = 2; n <= 14; n++) {
			final double[] a = random.doubles(n).toArray(),
				b = random.doubles(n, 0.1, 1.2).toArray();
			final double[] differences = new double[n];
			for (int i = 0; i < n; i++)
				differences[i] = b[i] - a[i];
			assertEquals(
				Math.min(1, new WilcoxonSignedRankTest().wilcoxonSignedRankTest(a, b, true)),
				new SignedRankTest(differences).pValue().value(), 1e-12);
		}
	}

	@Test
	public void tiesAsByTryingAllSigns() {
		final SplittableRandom random = new SplittableRandom(2);
		for (int round = 0; round < 30; round++) {
			final double[] differences = new double[1 + random.nextInt(12)];
			for (int i = 0; i < differences.length; i++)
				differences[i] = (1 + random.nextInt(4)) * (random.nextInt(3) == 0 ? -1 : 1);
			assertEquals(naive(differences), new SignedRankTest(differences).pValue().value(),
				1e-12);
		}
	}

	private static double naive(final double[] d) {
		final double[] ranks = new double[d.length];
		double total = 0, sum = 0;
		for (int i = 0; i < d.length; i++) {
			for (final double other : d)
				ranks[i] += Math.abs(other) < Math.abs(d[i]) ? 1
					: Math.abs(other) == Math.abs(d[i]) ? 0.5 : 0;
			ranks[i] += 0.5;
			total += ranks[i];
			sum += d[i] > 0 ? ranks[i] : 0;
		}
		long extreme = 0;
		for (int signs = 0; signs < 1 << d.length; signs++) {
			double s = 0;
			for (int i = 0; i < d.length; i++)
				if ((signs >> i & 1) == 1) s += ranks[i];
			if (Math.abs(s - total / 2) >= Math.abs(sum - total / 2) - 1e-9) extreme++;
		}
		return (double) extreme / (1 << d.length);
	}

	/** 100 differences are exact, and the 101st changes little. */
	@Test
	public void theNormalDistributionContinuesTheExactOne() {
		final SplittableRandom random = new SplittableRandom(3);
		final double[] many = random.doubles(101, -1, 1.5).toArray(),
			fewer = java.util.Arrays.copyOf(many, 100);
		final double exact = new SignedRankTest(fewer).pValue().value(),
			normal = new SignedRankTest(many).pValue().value();
		assertEquals(1, exact / normal, 0.35);
		final double[] none = new double[102];
		for (int i = 0; i < 102; i++)
			none[i] = (i / 2 + 1) * (i % 2 == 0 ? 1 : -1);
		assertEquals(1, new SignedRankTest(none).pValue().value(), 0);
	}
}
