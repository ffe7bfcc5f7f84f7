package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.DataHash;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.training.TrainingSettings;

import java.util.Optional;

/**
 * What decides how a training runs beside the images themselves, and by what it knows them again.
 *
 * @param settings with nothing left open
 * @param start SHA-256 of the weights of the model that it starts from, in hexadecimal digits;
 * empty for random weights
 * @param images their number
 * @param dataHash of pixels, masks and channels, but not of the images' names; see
 * {@link DataHash#nameless}
 * @param split which images train, validate and test
 */
record TrainingPlan(TrainingSettings settings, Optional<String> start, int images, String dataHash,
	Split split) {

	/** @throws McdUnetException if these are other images or masks */
	void check(final Dataset data, final DataHash hash) {
		final String advice = " Open the very images and masks that the training began with, in the same order.";
		if (data.size() != images)
			throw new McdUnetException("The training to be resumed had " + images
				+ " images with masks, but here are " + data.size() + "." + advice);
		if (!hash.nameless().equals(dataHash))
			throw new McdUnetException("These " + images
				+ " images are not those of the training to be resumed: a pixel, a mask or a "
				+ "channel differs, or their order." + advice);
	}
}
