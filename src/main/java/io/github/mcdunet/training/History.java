package io.github.mcdunet.training;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened in each epoch. Immutable.
 *
 * @param epochs in order; epochs count from 1
 */
public record History(List<Epoch> epochs) {

	/** Before the first epoch. */
	public static final History EMPTY = new History(List.of());

	/**
	 * One epoch.
	 *
	 * @param number from 1
	 * @param training with dropout on, averaged while the weights changed, on augmented images
	 * @param validation at the end of the epoch; see {@link TrainingSettings#validationSamples}
	 * @param seconds that it took
	 */
	public record Epoch(int number, Scores training, Scores validation, double seconds) {
	}

	public History {
		epochs = List.copyOf(epochs);
	}

	/** With one more epoch. */
	public History plus(final Epoch epoch) {
		final List<Epoch> more = new ArrayList<>(epochs);
		more.add(epoch);
		return new History(more);
	}

	/** The epoch with the smallest validation loss, the earlier one of equals. */
	public Epoch best() {
		Epoch best = epochs.get(0);
		for (final Epoch e : epochs)
			if (e.validation.loss() < best.validation.loss()) best = e;
		return best;
	}
}
