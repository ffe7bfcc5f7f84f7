package io.github.mcdunet.evaluation.comparison;

import io.github.mcdunet.dataset.Summary;
import io.github.mcdunet.evaluation.Bootstrap;
import io.github.mcdunet.evaluation.Measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two models on the same images: the score of the second minus that of the first, where higher is
 * better.
 *
 * @param first name of the first model
 * @param second name of the second model
 * @param differences one per image: the second's score minus the first's; a copy
 */
public record Paired(String first, String second, double[] differences) {

	/** Scores that differ by less are equal but for rounding. */
	static final double EQUAL = 1e-12;

	private static final long SEED = 1;

	public Paired {
		differences = differences.clone();
	}

	Paired(final String first, final double[] firstScores, final String second,
		final double[] secondScores) {
		this(first, second, IntStream.range(0, firstScores.length)
			.mapToDouble(i -> secondScores[i] - firstScores[i]).toArray());
	}

	@Override
	public double[] differences() {
		return differences.clone();
	}

	/** Number of images on which the second is better. */
	public long better() {
		return Arrays.stream(differences).filter(d -> d > EQUAL).count();
	}

	/** Number of images on which the second is worse. */
	public long worse() {
		return Arrays.stream(differences).filter(d -> d < -EQUAL).count();
	}

	/** Median of the differences. */
	public double median() {
		return Summary.median(differences);
	}

	/** 95 % interval of the median of the differences; none of a single image. */
	public Optional<Bootstrap.Interval> interval() {
		return new Bootstrap(differences, SEED).median();
	}

	/**
	 * Two-sided probability of Wilcoxon's signed-rank test, images without a difference left out;
	 * none if all are.
	 */
	public Measure pValue() {
		return new SignedRankTest(differences).pValue();
	}

	/**
	 * Such as "B is better than A on 11 of 14 images; median difference +0.012 (95 % interval
	 * +0.003 to +0.021); Wilcoxon p = 0.030."
	 */
	public String sentence() {
		if (better() + worse() == 0)
			return String.format(Locale.ROOT, "%s and %s are equal on all of %s.", first, second,
				images(differences.length));
		return winner() + "; median difference " + signed(sign() * median())
			+ interval().map(this::interval).orElse("") + "; Wilcoxon p "
			+ probability(pValue().value()) + few() + ".";
	}

	private String winner() {
		final long equal = differences.length - better() - worse();
		final String end = equal == 0 ? "" : String.format(Locale.ROOT, " (equal on %d)", equal);
		if (better() == worse())
			return String.format(Locale.ROOT, "%s and %s are each better on %d of %s%s", first,
				second, better(), images(differences.length), end);
		final boolean won = better() > worse();
		return String.format(Locale.ROOT, "%s is better than %s on %d of %s%s",
			won ? second : first, won ? first : second, Math.max(better(), worse()),
			images(differences.length), end);
	}

	/** Differences are told from the winner's side; without one, the second's. */
	private int sign() {
		return better() < worse() ? -1 : 1;
	}

	private String interval(final Bootstrap.Interval i) {
		final double a = sign() * i.low(), b = sign() * i.high();
		return " (95 % interval " + signed(Math.min(a, b)) + " to " + signed(Math.max(a, b)) + ")";
	}

	private String few() {
		// NB: with n differences the least possible probability is 2 / 2^n
		return better() + worse() < 6
			? " (it takes at least 6 images that differ to get below 0.05)" : "";
	}

	private static String images(final int n) {
		return n == 1 ? "1 image" : n + " images";
	}

	private static String signed(final double value) {
		return String.format(Locale.ROOT, "%+.3f", value + 0.0);
	}

	private static String probability(final double p) {
		return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", p);
	}
}
