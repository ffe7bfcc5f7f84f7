package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.inference.AugmentedSampler;
import io.github.mcdunet.inference.EnsembleSampler;
import io.github.mcdunet.inference.TileSampler;
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
		public Predictor predictor(final List<UNetModel> models) {
			return new Predictor(models.get(0));
		}

		@Override
		int parts(final List<UNetModel> models) {
			return 1;
		}

		@Override
		TileSampler sampler(final List<? extends TileSampler> networks, final int[] firstChannels,
			final int channels, final int samplesPerPart) {
			return networks.get(0);
		}
	},

	/**
	 * The first model on eight flips and rotations by 90 degrees; samples are rounded up to a
	 * multiple of 8.
	 */
	TEST_TIME_AUGMENTATION("Test-time augmentation") {

		@Override
		public Predictor predictor(final List<UNetModel> models) {
			return new Predictor(this, models.subList(0, 1), AugmentedSampler.VIEWS);
		}

		@Override
		int parts(final List<UNetModel> models) {
			return AugmentedSampler.VIEWS;
		}

		@Override
		List<UNetModel> networks(final List<UNetModel> models) {
			return List.of(models.get(0), models.get(0));
		}

		@Override
		TileSampler sampler(final List<? extends TileSampler> networks, final int[] firstChannels,
			final int channels, final int samplesPerPart) {
			return new AugmentedSampler(networks.get(0), networks.get(1), samplesPerPart);
		}
	},

	/** All models together, two or more; samples are rounded up to a multiple of their number. */
	ENSEMBLE("Ensemble") {

		@Override
		public boolean fits(final List<UNetModel> models) {
			return models.size() > 1;
		}

		@Override
		public Predictor predictor(final List<UNetModel> models) {
			if (!fits(models))
				throw new McdUnetException(
					"An ensemble takes at least two models. Choose the second one too, such as "
						+ "that of a training with another seed.");
			return Predictor.ensemble(models);
		}

		@Override
		int parts(final List<UNetModel> models) {
			return models.size();
		}

		@Override
		TileSampler sampler(final List<? extends TileSampler> networks, final int[] firstChannels,
			final int channels, final int samplesPerPart) {
			return new EnsembleSampler(networks, firstChannels, channels, samplesPerPart);
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
	 * What predicts with it.
	 *
	 * @param models one, or several for {@link #ENSEMBLE}
	 * @throws McdUnetException if the models are too few or do not fit each other
	 */
	public abstract Predictor predictor(List<UNetModel> models);

	/** How many parts of equal size the samples consist of. */
	abstract int parts(List<UNetModel> models);

	/** The networks that are in memory at once. */
	List<UNetModel> networks(final List<UNetModel> models) {
		return models;
	}

	/**
	 * The networks as one source of samples, which closes them.
	 *
	 * @param networks one for each of {@link #networks(List)}
	 * @param firstChannels per network, the channel of a tile at which its input begins
	 * @param channels number of channels of every network's input
	 * @param samplesPerPart &gt;= 1; not used where there is one part
	 */
	abstract TileSampler sampler(List<? extends TileSampler> networks, int[] firstChannels,
		int channels, int samplesPerPart);
}
