package io.github.mcdunet.training;

import io.github.mcdunet.Progress;
import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.ClassWeights;
import io.github.mcdunet.network.InferenceGraph;
import io.github.mcdunet.network.Outputs;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.PixelScore;
import io.github.mcdunet.network.PixelTarget;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores images at the end of an epoch, repeatably: a plain U-Net by its one prediction, an MC
 * dropout U-Net by the mean of a few Monte Carlo samples whose dropout masks are the same in every
 * epoch, or with dropout off. One new random draw an epoch, as the reference takes, would make the
 * choice of the best epoch a lottery.
 */
final class Validation implements AutoCloseable {

	/** Any fixed number: it decides the masks. */
	private static final long SEED = 4711;

	/**
	 * Nearest to 0 and 1 that a probability may come, so that its logit stays finite; a float's
	 * precision.
	 */
	private static final double SMALLEST = 1e-7;

	private final Architecture architecture;
	private final List<LabeledImage> images;
	private final List<PixelTarget> targets;
	private final int samples;
	private final TrainingListener listener;
	private final ClassWeights weights;
	private final Map<List<Integer>, InferenceGraph> graphs = new HashMap<>();

	/**
	 * @param images prepared
	 * @param samples Monte Carlo samples per image; 0 = one prediction with dropout off
	 * @param listener is told of the image it wants to see
	 * @param weights of the classes in the loss, those of the training
	 */
	Validation(final Architecture architecture, final List<LabeledImage> images, final int samples,
		final TrainingListener listener, final ClassWeights weights) {
		this.weights = weights;
		this.architecture = architecture;
		this.images = images;
		targets = images.stream().map(s -> Targets.of(s.labels(), architecture.outputs())).toList();
		this.listener = listener;
		this.samples = architecture.hasDropout() ? samples : 0;
	}

	/** @param epoch the one that ends, from 1 */
	Scores score(final Parameters parameters, final int epoch, final Progress progress) {
		use(parameters);
		final int wanted = listener.previewImage();
		PixelScore sum = PixelScore.NONE;
		for (int i = 0; i < images.size(); i++) {
			progress.checkCanceled();
			final LabeledImage image = images.get(i);
			final float[] logits = logits(parameters, image, i);
			sum = sum.plus(PixelScore.of(architecture.outputs(), weights, logits, targets.get(i)));
			if (i == wanted)
				listener
					.previewed(Preview.ofLogits(i, epoch, image, architecture.outputs(), logits));
		}
		return new Scores(sum);
	}

	/**
	 * Where masks lie relative to what the network sees. The image is shown in all four flips, so
	 * that it does not matter whether the network itself prefers a side.
	 *
	 * @param others prepared as the validation images are
	 */
	MaskOffset maskOffset(final Parameters parameters, final List<LabeledImage> others,
		final Progress progress) {
		use(parameters);
		final OffsetEstimate estimate = new OffsetEstimate();
		for (int i = 0; i < others.size(); i++) {
			progress.checkCanceled();
			final LabeledImage image = others.get(i);
			final float[] mean = new float[image.labels().size()];
			for (int flip = 0; flip < 4; flip++) {
				final boolean alongX = flip % 2 == 1, alongY = flip > 1;
				final float[] back = flip(
					architecture.outputs()
						.foreground(logits(parameters, flipped(image, alongX, alongY), i)),
					image.width(), alongX, alongY);
				for (int j = 0; j < mean.length; j++)
					mean[j] += (float) (0.25 * back[j]);
			}
			estimate.add(mean, image.labels());
		}
		return estimate.result();
	}

	private static LabeledImage flipped(final LabeledImage s, final boolean alongX,
		final boolean alongY) {
		final int n = s.labels().size();
		final float[] pixels = new float[s.pixels().length];
		for (int c = 0; c < s.channels(); c++)
			System.arraycopy(
				flip(Arrays.copyOfRange(s.pixels(), c * n, (c + 1) * n), s.width(), alongX, alongY),
				0, pixels, c * n, n);
		return s.withPixels(pixels);
	}

	/** @param plane [H, W] row-major */
	private static float[] flip(final float[] plane, final int width, final boolean alongX,
		final boolean alongY) {
		final int height = plane.length / width;
		final float[] flipped = new float[plane.length];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				flipped[y * width + x] = plane[(alongY ? height - 1 - y : y) * width
					+ (alongX ? width - 1 - x : x)];
		return flipped;
	}

	private void use(final Parameters parameters) {
		graphs.values().forEach(g -> g.setParameters(parameters));
	}

	/** @param number decides the dropout masks */
	private float[] logits(final Parameters parameters, final LabeledImage image,
		final int number) {
		final InferenceGraph graph = graphs.computeIfAbsent(List.of(image.height(), image.width()),
			k -> {
				final InferenceGraph g = new InferenceGraph(architecture, image.height(),
					image.width());
				g.setParameters(parameters);
				return g;
			});
		graph.setImage(image.pixels());
		return samples == 0 ? graph.predict() : meanLogits(graph, number);
	}

	/** The logits of the samples' mean probability. */
	private float[] meanLogits(final InferenceGraph graph, final int image) {
		final Outputs outputs = architecture.outputs();
		final float[] mean = new float[outputs.planes() * graph.height() * graph.width()];
		for (int t = 0; t < samples; t++)
			outputs.addProbabilities(graph.sample(SEED, (long) image * samples + t, 0, 0), mean,
				samples);
		outputs.toLogits(mean, SMALLEST);
		return mean;
	}

	@Override
	public void close() {
		graphs.values().forEach(InferenceGraph::close);
	}
}
