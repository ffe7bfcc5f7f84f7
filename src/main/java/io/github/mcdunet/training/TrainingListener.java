package io.github.mcdunet.training;

/**
 * Is told how a training goes; what it does not care for, it need not implement. Called from the
 * thread that trains: implementations must be quick. Whatever it asks for, the result of the
 * training is the same.
 */
public interface TrainingListener {

	/** Ignores everything. */
	TrainingListener NONE = new TrainingListener() {
	};

	/**
	 * Before the first epoch of this run.
	 *
	 * @param settings of the training
	 * @param validationImages their number, at least 1
	 */
	default void trainingBegins(final TrainingSettings settings, final int validationImages) {
	}

	/**
	 * Before each batch.
	 *
	 * @param epoch from 1
	 * @param done batches of this epoch that are done, 0..batches - 1
	 * @param batches of an epoch
	 */
	default void batchBegins(final int epoch, final int done, final int batches) {
	}

	/**
	 * Asked before each validation: which validation image {@link #previewed} shall show.
	 *
	 * @return from 0; anything else is none
	 */
	default int previewImage() {
		return -1;
	}

	/**
	 * At the end of an epoch and before {@link #epochEnds}, if an image was asked for.
	 *
	 * @param preview what the network now makes of that image
	 */
	default void previewed(final Preview preview) {
	}

	/**
	 * At the end of each epoch, and before the first of a training that is resumed.
	 *
	 * @param history up to now
	 */
	default void epochEnds(final History history) {
	}
}
