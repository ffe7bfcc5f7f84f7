package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.Logistic;

import java.util.Optional;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Finds the temperature of {@link TemperatureScaling} on images of a validation part: the T that
 * minimises the negative log-likelihood of sigmoid(z / T), with z the logit of the (clamped, see
 * {@link Calibration#CLAMP}) mean probability. Streaming: images are added one after another and
 * not kept; logits closer than 1/8192 of themselves are replaced by their mean. Not thread-safe.
 */
public final class TemperatureFit {

	/** Temperatures that are looked for; the best one lies outside only where there is none. */
	static final double LOWEST = 0.01;
	static final double HIGHEST = 100;
	private static final double ACCURACY = 1e-10;
	private static final int EVALUATIONS = 200;

	private final ScoreHistogram positive = new ScoreHistogram();
	private final ScoreHistogram negative = new ScoreHistogram();

	/**
	 * @param probability mean probability of foreground, 0..1
	 * @param truth of as many pixels; unlabelled ones do not count
	 */
	public void add(final float[] probability, final Labels truth) {
		if (probability.length != truth.size())
			throw new IllegalArgumentException(
				probability.length + " and " + truth.size() + " pixels");
		for (int i = 0; i < truth.size(); i++) {
			if (!truth.isKnown(i)) continue;
			final double z = TemperatureScaling.logit(probability[i]), size = Math.abs(z);
			(z < 0 ? negative : positive).add((float) size, truth.isForeground(i), size);
		}
	}

	/**
	 * The likelihood is convex in 1 / T, so a root of its derivative is the only minimum.
	 *
	 * @return empty if there is no minimum: all pixels are right (any sharper probability would be
	 * better), or the probabilities are no better than chance
	 */
	public Optional<TemperatureScaling> fit() {
		final double[][] groups = signedGroups();
		final double sharpest = slope(groups, 1 / LOWEST), flattest = slope(groups, 1 / HIGHEST);
		if (!(flattest < 0 && sharpest > 0)) return Optional.empty();
		final double logScale = new BrentSolver(ACCURACY).solve(EVALUATIONS,
			s -> slope(groups, Math.exp(s)), -Math.log(HIGHEST), -Math.log(LOWEST));
		return Optional.of(new TemperatureScaling(Math.exp(-logScale)));
	}

	/**
	 * Negative log-likelihood per pixel in nats at a temperature, of the clamped probabilities. NaN
	 * without pixels.
	 */
	double logLoss(final double temperature) {
		double loss = 0, pixels = 0;
		for (final double[] g : signedGroups()) {
			final double z = g[0] / temperature;
			loss += g[1] * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))) - g[2] * z;
			pixels += g[1];
		}
		return loss / pixels;
	}

	/** Derivative of the summed loss by 1 / T. */
	private static double slope(final double[][] groups, final double scale) {
		double slope = 0;
		for (final double[] g : groups)
			slope += g[0] * (g[1] * Logistic.sigmoid(scale * g[0]) - g[2]);
		return slope;
	}

	/** Mean logit, number of pixels and of foreground pixels of every group. */
	private double[][] signedGroups() {
		final ScoreGroups up = positive.groups(), down = negative.groups();
		final double[][] groups = new double[up.size() + down.size()][];
		for (int i = 0; i < up.size(); i++)
			groups[i] = new double[]{ up.sum(i) / up.count(i), up.count(i), up.hits(i) };
		for (int i = 0; i < down.size(); i++)
			groups[up.size() + i] = new double[]{ -down.sum(i) / down.count(i), down.count(i),
				down.hits(i) };
		return groups;
	}
}
