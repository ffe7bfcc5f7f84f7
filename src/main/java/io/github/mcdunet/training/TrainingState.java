package io.github.mcdunet.training;

import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Parameters;

import java.util.List;
import java.util.Optional;

/**
 * Where a training stands between two epochs. With the settings and the data it decides everything
 * that follows: chance is a function of the seed, the epoch and the position in it (order, crops,
 * augmentation) or the number of steps (dropout).
 */
public final class TrainingState {

	private final Parameters parameters;
	private final Parameters best;
	private final Adam optimizer;
	private final History history;
	private final long steps;
	private final MaskOffset maskOffset;
	private final BatchSizes batchSizes;

	/** @param maskOffset null as long as it is not known */
	TrainingState(final Parameters parameters, final Parameters best, final Adam optimizer,
		final History history, final long steps, final MaskOffset maskOffset,
		final BatchSizes batchSizes) {
		this.maskOffset = maskOffset;
		this.batchSizes = batchSizes;
		this.parameters = parameters;
		this.best = best;
		this.optimizer = optimizer;
		this.history = history;
		this.steps = steps;
	}

	/** Before the first epoch. */
	static TrainingState first(final Parameters start) {
		return new TrainingState(start, start.copy(), new Adam(start), new History(), 0, null,
			BatchSizes.NONE);
	}

	/**
	 * A state that was stored.
	 *
	 * @param parameters not copied
	 * @param best not copied
	 * @param optimizer not copied
	 * @param exactHistory lines of {@link #exactHistory()}, at least one epoch
	 * @param steps as of {@link #steps()}
	 * @param maskOffset as of {@link #maskOffset()}
	 * @param batchSizes as of {@link #batchSizes()}; empty if that is not known
	 * @throws IllegalArgumentException if the history or the steps cannot be those of a training;
	 * the message is a clause
	 */
	public static TrainingState of(final Parameters parameters, final Parameters best,
		final Adam optimizer, final List<String> exactHistory, final long steps,
		final Optional<MaskOffset> maskOffset, final Optional<BatchSizes> batchSizes) {
		final History history = History.parse(exactHistory);
		if (history.epochs().isEmpty() || steps < history.epochs().size())
			throw new IllegalArgumentException(
				"it has " + history.epochs().size() + " epochs with " + steps + " steps");
		return new TrainingState(parameters, best, optimizer, history, steps,
			maskOffset.orElse(null), batchSizes.orElse(BatchSizes.NONE));
	}

	/** After the last epoch. */
	public Parameters parameters() {
		return parameters;
	}

	/** Of the epoch with the best validation loss. */
	public Parameters best() {
		return best;
	}

	public Adam optimizer() {
		return optimizer;
	}

	public History history() {
		return history;
	}

	/** The history as CSV lines with every digit; see {@link History#csv()}. */
	public List<String> exactHistory() {
		return history.exactCsv();
	}

	/** Steps taken since the first epoch. */
	public long steps() {
		return steps;
	}

	/** How many images the steps had up to now. */
	public BatchSizes batchSizes() {
		return batchSizes;
	}

	/** Where the masks lie relative to the objects, once the training has found out. */
	public Optional<MaskOffset> maskOffset() {
		return Optional.ofNullable(maskOffset);
	}
}
