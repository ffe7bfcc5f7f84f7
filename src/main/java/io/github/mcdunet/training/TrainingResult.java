package io.github.mcdunet.training;

import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.network.UNetModel;

/**
 * What a training gives.
 *
 * @param model of the epoch with the best validation loss; after a cancel or a divergence, the best
 * so far
 * @param history of all epochs
 * @param split which images trained, validated and are kept for the test
 * @param end why the training ended
 */
public record TrainingResult(UNetModel model, History history, Split split, End end) {

	/** Why a training ended. */
	public enum End {
		ALL_EPOCHS("all epochs done"),
		NO_IMPROVEMENT("no better validation loss for the patience's number of epochs"),
		CANCELED("stopped by the user"),
		DIVERGED("the loss became infinite or not a number");

		private final String text;

		End(final String text) {
			this.text = text;
		}

		/** In words, for people. */
		public String text() {
			return text;
		}
	}
}
