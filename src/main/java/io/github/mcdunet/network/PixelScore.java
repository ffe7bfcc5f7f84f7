package io.github.mcdunet.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Sums over pixels from which loss, accuracy and Dice of a set of pixels follow. Pixels that nobody
 * has labelled are left out.
 *
 * @param pixels number of labelled pixels
 * @param entropies sum of the pixels' cross-entropies, in nats, each times the weight of its class
 * @param right pixels whose class is predicted, at a probability of 0.5 or as the most probable one
 * @param classes of each class but the background
 */
public record PixelScore(long pixels, double entropies, long right, List<Overlap> classes) {

	/**
	 * Pixels of one class.
	 *
	 * @param both in prediction and truth
	 * @param predicted in the prediction
	 * @param positive in the truth
	 */
	public record Overlap(long both, long predicted, long positive) {

		Overlap plus(final Overlap o) {
			return new Overlap(both + o.both, predicted + o.predicted, positive + o.positive);
		}

		/** 0..1; 1 where neither has a pixel. */
		double dice() {
			return predicted + positive == 0 ? 1 : 2.0 * both / (predicted + positive);
		}
	}

	public static final PixelScore NONE = new PixelScore(0, 0, 0, List.of());

	public PixelScore {
		classes = Collections.unmodifiableList(classes);
	}

	/**
	 * Scores logits against a mask.
	 *
	 * @param logits z = ln(p / (1 - p))
	 * @param truth 0 or 1
	 */
	public static PixelScore of(final float[] logits, final byte[] truth) {
		return of(Outputs.BINARY, logits, new PixelTarget(truth));
	}

	/**
	 * Scores a network's logits.
	 *
	 * @param logits [planes, H, W]
	 */
	public static PixelScore of(final Outputs outputs, final float[] logits,
		final PixelTarget target) {
		return of(outputs, ClassWeights.EQUAL, logits, target);
	}

	/**
	 * As {@link #of(Outputs, float[], PixelTarget)}.
	 *
	 * @param weights with which the pixels of each class count in the loss, and nowhere else
	 */
	public static PixelScore of(final Outputs outputs, final ClassWeights weights,
		final float[] logits, final PixelTarget target) {
		return new PixelLoss(outputs, weights).score(logits, target, null, 0);
	}

	/** The score of both sets together. */
	public PixelScore plus(final PixelScore o) {
		final List<Overlap> sums = new ArrayList<>();
		for (int k = 0; k < Math.max(classes.size(), o.classes.size()); k++)
			sums.add(k >= classes.size() ? o.classes.get(k)
				: k >= o.classes.size() ? classes.get(k) : classes.get(k).plus(o.classes.get(k)));
		return new PixelScore(pixels + o.pixels, entropies + o.entropies, right + o.right, sums);
	}

	/** The same with a further cross-entropy of the same pixels. */
	PixelScore plusEntropies(final double more) {
		return new PixelScore(pixels, entropies + more, right, classes);
	}

	/** Mean cross-entropy per labelled pixel, in nats; 0 if there is none. */
	public double loss() {
		return pixels == 0 ? 0 : entropies / pixels;
	}

	/** Share of the labelled pixels that are right, 0..1; 1 if there is none. */
	public double accuracy() {
		return pixels == 0 ? 1 : 1 - (pixels - right) / (double) pixels;
	}

	/**
	 * Mean over the classes, but the background, that prediction or truth have, of the Dice of all
	 * pixels together, 0..1; 1 when there is nothing but background.
	 */
	public double dice() {
		return classes.stream().filter(c -> c.predicted + c.positive > 0).mapToDouble(Overlap::dice)
			.average().orElse(1);
	}
}
