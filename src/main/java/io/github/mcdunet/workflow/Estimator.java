package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.inference.AugmentedSampler;
import io.github.mcdunet.inference.MapsSink;
import io.github.mcdunet.network.UNetModel;

import java.util.List;

/** Where the samples come from whose differences are the uncertainty. */
public enum Estimator {

	/**
	 * Samples of the first model with other parts of the network dropped out; a model without
	 * dropout gives one.
	 */
	MC_DROPOUT("MC dropout") {

		@Override
		void predict(final List<UNetModel> models, final int samples, final long seed,
			final ImageSeries images, final MapsSink sink, final Progress progress) {
			new Prediction(models.get(0)).samples(samples).seed(seed).run(images, sink, progress);
		}
	},

	/**
	 * The first model on eight flips and rotations by 90 degrees; samples are rounded up to a
	 * multiple of 8.
	 */
	TEST_TIME_AUGMENTATION("Test-time augmentation") {

		@Override
		void predict(final List<UNetModel> models, final int samples, final long seed,
			final ImageSeries images, final MapsSink sink, final Progress progress) {
			new TestTimeAugmentation(models.get(0))
				.samplesPerView(share(samples, AugmentedSampler.VIEWS)).seed(seed)
				.run(images, sink, progress);
		}
	},

	/** All models together, two or more; samples are rounded up to a multiple of their number. */
	ENSEMBLE("Ensemble") {

		@Override
		public boolean fits(final List<UNetModel> models) {
			return models.size() > 1;
		}

		@Override
		void predict(final List<UNetModel> models, final int samples, final long seed,
			final ImageSeries images, final MapsSink sink, final Progress progress) {
			new Ensemble(models).samplesPerModel(share(samples, models.size())).seed(seed)
				.run(images, sink, progress);
		}
	};

	private final String label;

	Estimator(final String label) {
		this.label = label;
	}

	/** Its name for people. */
	public String label() {
		return label;
	}

	/** Whether it can use so many models. */
	public boolean fits(final List<UNetModel> models) {
		return !models.isEmpty();
	}

	/**
	 * Predicts one image after another.
	 *
	 * @param models one, or several for {@link #ENSEMBLE}
	 * @param samples per image, at least 1
	 * @param seed decides what is dropped out
	 * @throws McdUnetException if the models are too few or an image does not fit them
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public void run(final List<UNetModel> models, final int samples, final long seed,
		final ImageSeries images, final MapsSink sink, final Progress progress) {
		if (!fits(models))
			throw new McdUnetException(
				"An ensemble takes at least two models. Choose the second one too, such as "
					+ "that of a training with another seed.");
		predict(models, samples, seed, images, sink, progress);
	}

	abstract void predict(List<UNetModel> models, int samples, long seed, ImageSeries images,
		MapsSink sink, Progress progress);

	private static int share(final int samples, final int parts) {
		return (samples + parts - 1) / parts;
	}
}
