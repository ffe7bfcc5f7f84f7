package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an evaluation says of the mean and the median Dice, in words. */
public final class ScoreSentences {

	private static final long SEED = 1;

	private ScoreSentences() {
	}

	/**
	 * @param unit of the surface distances
	 * @return one sentence each; none if there is no image
	 */
	public static List<String> of(final EvaluationReport report, final String unit) {
		final List<String> sentences = new ArrayList<>();
		final double[] dice = report.values(Score.DICE);
		if (dice.length == 0) return sentences;
		final Bootstrap bootstrap = new Bootstrap(dice, SEED);
		sentences.add(sentence("Mean", dice.length, Summary.mean(dice), bootstrap.mean()));
		sentences.add(sentence("Median", dice.length, Summary.median(dice), bootstrap.median()));
		if (dice.length == 1)
			sentences.add("One image gives no interval: it cannot tell how images differ.");
		if (report.scores().contains(Score.SURFACE_DISTANCE))
			sentences
				.add("Surface distances are in " + unit + (unit.equals("pixel") ? "s" : "") + ".");
		return sentences;
	}

	private static String sentence(final String average, final int n, final double dice,
		final Optional<ConfidenceInterval> interval) {
		return String.format(Locale.ROOT, "%s Dice of %d image%s: %.3f%s.", average, n,
			n == 1 ? "" : "s", dice, interval.map(i -> String.format(Locale.ROOT,
				" (95 %% interval %.3f to %.3f)", i.low(), i.high())).orElse(""));
	}
}
