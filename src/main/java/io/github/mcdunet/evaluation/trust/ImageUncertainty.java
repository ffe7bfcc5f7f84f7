package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.Measure;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.inference.UncertaintyMaps;

/**
 * How uncertain an image is as a whole, and how good its mask p &gt;= 0.5.
 *
 * @param overlap of the mask
 * @param pixels number of those of which the truth says what they are
 * @param sum of their entropy, nats
 * @param foreground number of those of them that are predicted to be foreground
 * @param foregroundSum of their entropy, nats
 */
record ImageUncertainty(Overlap overlap, long pixels, double sum, long foreground,
	double foregroundSum) {

	static final ImageUncertainty NONE = new ImageUncertainty(new Overlap(0, 0, 0, 0), 0, 0, 0, 0);

	static ImageUncertainty of(final UncertaintyMaps maps, final Labels truth) {
		final Labels mask = maps.mask(0.5);
		double all = 0, inside = 0;
		long n = 0;
		for (int i = 0; i < mask.size(); i++) {
			if (!truth.isKnown(i)) continue;
			all += maps.entropy()[i];
			if (!mask.isForeground(i)) continue;
			inside += maps.entropy()[i];
			n++;
		}
		return new ImageUncertainty(Overlap.of(mask, truth), truth.known(), all, n, inside);
	}

	/** Both together, as if they were one image. */
	ImageUncertainty plus(final ImageUncertainty o) {
		return new ImageUncertainty(overlap.plus(o.overlap), pixels + o.pixels, sum + o.sum,
			foreground + o.foreground, foregroundSum + o.foregroundSum);
	}

	/** Mean entropy of all pixels, nats. */
	Measure entropy() {
		return pixels == 0 ? Measure.none("There is no pixel.") : Measure.of(sum / pixels);
	}

	/** Mean entropy of the pixels that are predicted to be foreground, nats. */
	Measure foregroundEntropy() {
		return foreground == 0
			? Measure.none(
				"No object is predicted, so there is no mean entropy of the predicted objects.")
			: Measure.of(foregroundSum / foreground);
	}
}
