package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.Measure;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.inference.UncertaintyMaps;

/** How uncertain an image is as a whole, and how good its mask p &gt;= 0.5. Immutable. */
final class ImageUncertainty {

	static final ImageUncertainty NONE = new ImageUncertainty(new Overlap(0, 0, 0, 0), 0, 0, 0, 0);

	private final Overlap overlap;
	private final long pixels;
	private final double sum;
	private final long foreground;
	private final double foregroundSum;

	private ImageUncertainty(final Overlap overlap, final long pixels, final double sum,
		final long foreground, final double foregroundSum) {
		this.overlap = overlap;
		this.pixels = pixels;
		this.sum = sum;
		this.foreground = foreground;
		this.foregroundSum = foregroundSum;
	}

	static ImageUncertainty of(final UncertaintyMaps maps, final Labels truth) {
		final Labels mask = maps.mask(0.5);
		double all = 0, inside = 0;
		long n = 0;
		for (int i = 0; i < mask.size(); i++) {
			all += maps.entropy()[i];
			inside += mask.classes()[i] * maps.entropy()[i];
			n += mask.classes()[i];
		}
		return new ImageUncertainty(Overlap.of(mask, truth), mask.size(), all, n, inside);
	}

	/** Both together, as if they were one image. */
	ImageUncertainty plus(final ImageUncertainty o) {
		return new ImageUncertainty(overlap.plus(o.overlap), pixels + o.pixels, sum + o.sum,
			foreground + o.foreground, foregroundSum + o.foregroundSum);
	}

	long pixels() {
		return pixels;
	}

	/** Of the mask. */
	Overlap overlap() {
		return overlap;
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
