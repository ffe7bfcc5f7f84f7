package io.github.mcdunet.training;

import io.github.mcdunet.dataset.Sample;

/**
 * One validation image as the network predicts it at the end of an epoch: of an MC dropout U-Net the mean of the validation's few
 * samples (see {@link TrainingSettings#validationSamples}), of a plain U-Net its one prediction. It is what the epoch is judged by, so
 * it costs no prediction of its own.
 */
public final class Preview {

	private final int image;
	private final int epoch;
	private final Sample sample;
	private final float[] probability;

	/**
	 * @param image its number among the validation images, from 0
	 * @param epoch the one that ends, from 1
	 * @param sample as the network sees it: resized, normalised, padded by reflection
	 * @param probability [H, W] row-major, 0..1; not copied
	 */
	public Preview(final int image, final int epoch, final Sample sample, final float[] probability) {
		if (probability.length != sample.mask().length)
			throw new IllegalArgumentException(
				probability.length + " probabilities for " + sample.mask().length + " pixels");
		this.image = image;
		this.epoch = epoch;
		this.sample = sample;
		this.probability = probability;
	}

	/** Of the logits that the validation scores. */
	static Preview ofLogits(final int image, final int epoch, final Sample sample, final float[] logits) {
		final float[] probability = new float[logits.length];
		for (int i = 0; i < logits.length; i++)
			probability[i] = (float) (1 / (1 + Math.exp(-logits[i])));
		return new Preview(image, epoch, sample, probability);
	}

	/** Number among the validation images, from 0. */
	public int image() {
		return image;
	}

	/** The epoch at whose end this was predicted, from 1. */
	public int epoch() {
		return epoch;
	}

	public String name() {
		return sample.name();
	}

	public int width() {
		return sample.width();
	}

	public int height() {
		return sample.height();
	}

	/** Number of channels. */
	public int channels() {
		return sample.channels();
	}

	/** Normalised intensities, [C, H, W] row-major; not a copy. */
	public float[] pixels() {
		return sample.pixels();
	}

	/** 1 = foreground, 0 = background, [H, W] row-major; not a copy. */
	public byte[] truth() {
		return sample.mask();
	}

	/** Probability of foreground, 0..1, [H, W] row-major; not a copy. */
	public float[] probability() {
		return probability;
	}

	/** Predictive entropy in nats, 0..ln 2, [H, W] row-major; computed anew. */
	public float[] entropy() {
		final float[] entropy = new float[probability.length];
		for (int i = 0; i < entropy.length; i++)
			entropy[i] = (float) (part(probability[i]) + part(1.0 - probability[i]));
		return entropy;
	}

	private static double part(final double p) {
		return p > 0 ? -p * Math.log(p) : 0;
	}
}
