package io.github.mcdunet.network;

/**
 * Sums over pixels from which loss, accuracy and Dice of a set of pixels follow.
 *
 * @param entropies sum of the pixels' cross-entropies, in nats
 * @param both pixels that are foreground in prediction (p &gt;= 0.5) and truth
 * @param predicted pixels that are foreground in the prediction
 * @param positive pixels that are foreground in the truth
 */
public record PixelScore(long pixels, double entropies, long both, long predicted, long positive) {

	public static final PixelScore NONE = new PixelScore(0, 0, 0, 0, 0);

	/**
	 * Scores logits against a mask.
	 *
	 * @param logits z = ln(p / (1 - p))
	 * @param truth 0 or 1
	 */
	public static PixelScore of(final float[] logits, final byte[] truth) {
		return LogisticLoss.score(logits, truth, null, 0);
	}

	/** The score of both sets together. */
	public PixelScore plus(final PixelScore o) {
		return new PixelScore(pixels + o.pixels, entropies + o.entropies, both + o.both,
			predicted + o.predicted, positive + o.positive);
	}

	/** Mean binary cross-entropy per pixel, in nats. */
	public double loss() {
		return entropies / pixels;
	}

	/** Share of the pixels that are right at threshold 0.5, 0..1. */
	public double accuracy() {
		return 1 - (predicted + positive - 2 * both) / (double) pixels;
	}

	/** Dice of all pixels together at threshold 0.5, 0..1; 1 when both masks are empty. */
	public double dice() {
		return predicted + positive == 0 ? 1 : 2.0 * both / (predicted + positive);
	}
}
