package io.github.mcdunet.command;

import ij.ImagePlus;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.TruthMasks;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.workflow.TrainingForecast;

/** The line in the dialogs of a training: what to expect of it, or what is wrong with what was chosen so far. */
final class TrainingNote {

	private TrainingNote() {
	}

	/** Reads no pixels. */
	static String of(final ImagePlus images, final String truth, final ImagePlus masks,
		final TrainingSettings settings) {
		if (!InputChecks.isGiven(images)) return "Open the images to learn from first.";
		try {
			if (truth.equals(Choices.MASK_STACK)) {
				if (!InputChecks.isGiven(masks)) return "Choose the stack of masks.";
				TruthMasks.checkFit(masks, images);
			}
			final ImageSeries series = ImageStacks.series(images);
			return new TrainingForecast(settings, series.size(), series.channels(), images.getWidth(), images
				.getHeight()).sentence();
		}
		catch (final McdUnetException e) {
			return e.getMessage();
		}
	}
}
