package io.github.mcdunet.evaluation.quality;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.TruthMatch;
import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.objects.IntervalFactors;
import io.github.mcdunet.objects.Measurement;
import io.github.mcdunet.objects.ObjectMeasurement;
import io.github.mcdunet.objects.ObjectSize;
import io.github.mcdunet.objects.Quantity;
import io.github.mcdunet.objects.Ruler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How often the intervals of measurements hold the truth, and by which factor they have to be
 * widened to hold it in 95 % of cases.
 * <p>
 * The factor is the ceil(0.95 (n + 1))-th smallest of the n distances |truth - middle| / half
 * width, or 1 if that is less (split conformal prediction; Angelopoulos and Bates 2023,
 * https://doi.org/10.1561/2200000101): the widened interval of a further case then holds its truth
 * with a probability of 95 % or more if the cases are exchangeable. Objects of one image resemble
 * each other, so that this is somewhat optimistic where there are few images.
 */
public final class IntervalCoverage {

	/** Of fewer cases none is beyond 95 %: 19 = ceil(0.95 (19 + 1)). */
	public static final int MINIMUM = 19;

	private static final double LEVEL = 0.95;

	private final Map<Quantity, List<Double>> distances = new EnumMap<>(Quantity.class);

	public IntervalCoverage() {
		for (final Quantity quantity : Quantity.values())
			distances.put(quantity, new ArrayList<>());
	}

	/**
	 * Adds an image with its truth: number and total area of its objects, and area, length and
	 * intensities of those that are true ones (IoU above 0.5).
	 *
	 * @param predicted what was measured in the objects of labels; not widened if a factor is to be
	 * found
	 * @param truth the true objects, without those smaller than the minimum area
	 * @param ruler that has measured the prediction
	 */
	public void add(final ImageMeasurement predicted, final Labels labels, final Labels truth,
		final Ruler ruler) {
		final TruthMatch match = TruthMatch.of(labels, truth);
		final List<ObjectSize> sizes = ruler.measure(truth);
		add(predicted.count(), sizes.size());
		add(predicted.area(), sizes.stream().mapToDouble(ObjectSize::area).sum());
		for (final ObjectMeasurement object : predicted.objects())
			if (match.truth(object.label()) != 0)
				add(object, sizes.get(match.truth(object.label()) - 1));
	}

	private void add(final ObjectMeasurement object, final ObjectSize truth) {
		add(object.area(), truth.area());
		add(object.length(), truth.length());
		for (int c = 0; c < object.intensities().size(); c++)
			add(object.intensities().get(c), truth.intensity(c));
	}

	/** Adds a case; one without an interval does not count. */
	public void add(final Measurement measured, final double truth) {
		if (measured.hasInterval())
			distances.get(measured.quantity()).add(measured.distance(truth));
	}

	/** Number of cases. */
	public int count(final Quantity quantity) {
		return distances.get(quantity).size();
	}

	/** Share of the intervals that hold the truth, 0..1; NaN without a case. */
	public double coverage(final Quantity quantity) {
		// A bound that is the truth itself must not fall out by rounding
		final double inside = distances.get(quantity).stream().filter(d -> d <= 1 + 1e-9).count();
		return inside / count(quantity);
	}

	/**
	 * At least 1; empty if there are too few cases, or if intervals of no width miss the truth,
	 * which no factor mends.
	 */
	public OptionalDouble factor(final Quantity quantity) {
		if (count(quantity) < MINIMUM) return OptionalDouble.empty();
		final double factor = quantile(distances.get(quantity));
		return Double.isInfinite(factor) ? OptionalDouble.empty() : OptionalDouble.of(factor);
	}

	/** The factors of all quantities that have one. */
	public IntervalFactors factors() {
		final Map<Quantity, Double> factors = new EnumMap<>(Quantity.class);
		for (final Quantity quantity : Quantity.values())
			factor(quantity).ifPresent(factor -> factors.put(quantity, factor));
		return new IntervalFactors(factors);
	}

	private static double quantile(final List<Double> distances) {
		final List<Double> sorted = new ArrayList<>(distances);
		Collections.sort(sorted);
		return Math.max(1, sorted.get(rank(sorted.size()) - 1));
	}

	/** ceil(0.95 (n + 1)) in whole numbers, as 0.95 is none in binary. */
	private static int rank(final int n) {
		return (95 * (n + 1) + 99) / 100;
	}

	/**
	 * How often the intervals hold the truth, such as "The 95 % intervals of the area hold 60 of 84
	 * true values (71 %)."
	 */
	public String coverageSentence(final Quantity quantity) {
		final int n = count(quantity);
		if (n == 0) return "There is no " + quantity + " to compare with a true one.";
		final long inside = Math.round(coverage(quantity) * n);
		return String.format(Locale.ROOT,
			"The 95 %% intervals of the %s hold %d of %d true values (%.0f %%).", quantity, inside,
			n, 100 * coverage(quantity));
	}

	/** By how much the intervals are widened, or why they are not. */
	public String factorSentence(final Quantity quantity) {
		final OptionalDouble factor = factor(quantity);
		if (count(quantity) < MINIMUM)
			return "Too few " + cases(quantity) + " with a truth (" + count(quantity)
				+ ", at least " + MINIMUM + " are needed) to know whether the intervals of the "
				+ quantity + " must be widened; they are as the samples give them.";
		if (factor.isEmpty())
			return "No factor widens the intervals of the " + quantity
				+ " enough, as too many have no width at all; they are as the samples give them.";
		return factor.getAsDouble() == 1
			? "The intervals of the " + quantity + " need not be widened."
			: String.format(Locale.ROOT,
				"The intervals of the %s are widened %.2f-fold, to hold %.0f %% of %d %s.",
				quantity, factor.getAsDouble(), 100 * LEVEL, count(quantity), cases(quantity));
	}

	private static String cases(final Quantity quantity) {
		return quantity == Quantity.COUNT || quantity == Quantity.TOTAL_AREA ? "images" : "objects";
	}
}
