package io.github.mcdunet.training;

import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.network.Parameters;

import java.util.Optional;

/**
 * What the trainer gives: a network and how it came to be.
 *
 * @param parameters of the epoch with the best validation loss
 * @param history of all epochs
 * @param end why the training ended
 * @param maskOffset where the masks lie relative to the objects, if the training found out
 * @param batchSizes how many images the steps had
 */
public record TrainedNetwork(Parameters parameters, History history, TrainingResult.End end,
	Optional<MaskOffset> maskOffset, BatchSizes batchSizes) {
}
