package io.github.mcdunet.training;

import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.network.Parameters;

import java.util.Optional;

/** What a training gives: the parameters of the best epoch, how it went, and why it ended. */
public final class TrainedNetwork {

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

		/** In words. */
		public String text() {
			return text;
		}
	}

	private final Parameters parameters;
	private final History history;
	private final End end;
	private final MaskOffset maskOffset;
	private final BatchSizes batchSizes;

	/** @param maskOffset null if none was found */
	TrainedNetwork(final Parameters parameters, final History history, final End end,
		final MaskOffset maskOffset, final BatchSizes batchSizes) {
		this.parameters = parameters;
		this.history = history;
		this.end = end;
		this.maskOffset = maskOffset;
		this.batchSizes = batchSizes;
	}

	/** Of the epoch with the best validation loss. */
	public Parameters parameters() {
		return parameters;
	}

	public History history() {
		return history;
	}

	public End end() {
		return end;
	}

	/** Where the masks lie relative to the objects, if the training found out. */
	public Optional<MaskOffset> maskOffset() {
		return Optional.ofNullable(maskOffset);
	}

	/** How many images the steps had. */
	public BatchSizes batchSizes() {
		return batchSizes;
	}
}
