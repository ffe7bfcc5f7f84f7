package io.github.mcdunet.workflow;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.TrainingSettings;

/** Trains a U-Net on a dataset. Immutable; {@link #run} may be called again and, with the same seed, gives the same model. */
public final class Training {

	private final TrainingSettings settings;

	public Training(final TrainingSettings settings) {
		this.settings = settings;
	}

	/** Starts from the weights of a model (fine-tuning) instead of random ones. */
	public Training startFrom(final UNetModel model) {
		throw new UnsupportedOperationException();
	}

	/** The pixel size to store in the model. */
	public Training pixelSize(final PixelSize size) {
		throw new UnsupportedOperationException();
	}

	/**
	 * @return the model of the epoch with the best validation loss; after a cancel, the best so far
	 * @throws io.github.mcdunet.McdUnetException if the data cannot be learnt from
	 * @throws java.util.concurrent.CancellationException if canceled before the first epoch ended
	 */
	public UNetModel run(final Dataset data, final Progress progress) {
		throw new UnsupportedOperationException(settings + " " + data + progress);
	}
}
