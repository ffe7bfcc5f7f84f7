package io.github.mcdunet.training;

import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.network.Outputs;

/**
 * One validation image as the network predicts it at the end of an epoch: of an MC dropout U-Net
 * the mean of the validation's few samples (see {@link TrainingSettings#validationSamples}), of a
 * plain U-Net its one prediction. It is what the epoch is judged by, so it costs no prediction of
 * its own.
 *
 * @param image its number among the validation images, from 0
 * @param epoch the one at whose end this was predicted, from 1
 * @param input as the network sees it: resized, normalised, padded by reflection
 * @param probability of foreground, 0..1, [H, W] row-major; not copied
 * @param entropy predictive entropy in nats, 0..ln K, [H, W] row-major; not copied. Of a reduced
 * preview the mean over the block.
 */
public record Preview(int image, int epoch, LabeledImage input, float[] probability,
	float[] entropy) {

	public Preview {
		if (probability.length != input.labels().size())
			throw new IllegalArgumentException(
				probability.length + " probabilities for " + input.labels().size() + " pixels");
	}

	/** With the entropy that follows from the probability. */
	public Preview(final int image, final int epoch, final LabeledImage input,
		final float[] probability) {
		this(image, epoch, input, probability, entropy(probability));
	}

	/** Of the logits that the validation scores. */
	static Preview ofLogits(final int image, final int epoch, final LabeledImage input,
		final Outputs outputs, final float[] logits) {
		final float[] probability = outputs.foreground(logits);
		return outputs.isBinary() ? new Preview(image, epoch, input, probability)
			: new Preview(image, epoch, input, probability, entropy(outputs, logits));
	}

	/** Of all classes. */
	private static float[] entropy(final Outputs outputs, final float[] logits) {
		final float[] planes = new float[logits.length];
		outputs.addProbabilities(logits, planes, 1);
		final float[] entropy = new float[logits.length / outputs.planes()];
		for (int k = 0; k < outputs.classes(); k++)
			for (int i = 0; i < entropy.length; i++)
				entropy[i] += (float) part(planes[k * entropy.length + i]);
		return entropy;
	}

	public String name() {
		return input.name();
	}

	public int width() {
		return input.width();
	}

	public int height() {
		return input.height();
	}

	/** Number of channels. */
	public int channels() {
		return input.channels();
	}

	/** Normalised intensities, [C, H, W] row-major; not a copy. */
	public float[] pixels() {
		return input.pixels();
	}

	/** 1 = foreground, 0 = background, [H, W] row-major; not a copy. */
	public Labels truth() {
		return input.labels();
	}

	/**
	 * The same, small enough to be drawn quickly: means of square blocks of pixels; foreground is
	 * where half of a block is.
	 *
	 * @param side the largest width and height, in pixels
	 * @return this, if it is small enough
	 */
	public Preview reduced(final int side) {
		final BlockMean blocks = new BlockMean(width(), height(), side);
		if (blocks.size() == 1) return this;
		final float[] share = new float[truth().size()];
		for (int i = 0; i < share.length; i++)
			share[i] = truth().isForeground(i) ? 1 : 0;
		final float[] mean = blocks.of(share, 1);
		final byte[] mask = new byte[mean.length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (mean[i] >= 0.5 ? 1 : 0);
		return new Preview(image, epoch,
			new LabeledImage(name(), channels(), blocks.of(pixels(), channels()),
				Labels.ofClasses(mask, blocks.width(), blocks.height())),
			blocks.of(probability, 1), blocks.of(entropy, 1));
	}

	private static float[] entropy(final float[] probability) {
		final float[] entropy = new float[probability.length];
		for (int i = 0; i < entropy.length; i++)
			entropy[i] = (float) (part(probability[i]) + part(1.0 - probability[i]));
		return entropy;
	}

	private static double part(final double p) {
		return p > 0 ? -p * Math.log(p) : 0;
	}
}
