package io.github.mcdunet.training;

import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Parameters;

import java.util.Optional;

/**
 * Where a training stands between two epochs. With the settings and the data it decides everything
 * that follows: randomness is a function of the seed, the epoch and the position in it (order,
 * crops, augmentation) or the number of steps (dropout).
 *
 * @param parameters after the last epoch; not copied
 * @param best of the epoch with the best validation loss; not copied
 * @param optimizer after the last epoch; not copied
 * @param history of the epochs that are done
 * @param steps taken since the first epoch, at least one per epoch
 * @param maskOffset where the masks lie relative to the objects, once the training has found out
 * @param batchSizes how many images the steps had up to now
 */
public record TrainingState(Parameters parameters, Parameters best, Adam optimizer, History history,
	long steps, Optional<MaskOffset> maskOffset, BatchSizes batchSizes) {

	/**
	 * @throws IllegalArgumentException if the steps cannot be those of the history; the message is
	 * a clause
	 */
	public TrainingState {
		if (steps < history.epochs().size())
			throw new IllegalArgumentException(
				"it has " + history.epochs().size() + " epochs with " + steps + " steps");
	}

	/** Before the first epoch. */
	static TrainingState first(final Parameters start) {
		return new TrainingState(start, start.copy(), new Adam(start), History.EMPTY, 0,
			Optional.empty(), BatchSizes.NONE);
	}
}
