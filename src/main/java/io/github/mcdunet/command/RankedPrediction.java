package io.github.mcdunet.command;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.imagej.TruthMasks;
import io.github.mcdunet.imagej.result.OverlayConfidence;
import io.github.mcdunet.imagej.result.PredictedMaps;
import io.github.mcdunet.imagej.result.PredictedObjects;
import io.github.mcdunet.imagej.result.PredictionMark;
import io.github.mcdunet.review.ReviewEntry;
import io.github.mcdunet.review.ReviewPlaces;
import io.github.mcdunet.review.ReviewQueue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the images of a prediction and ranks what may be wrong with it. */
final class RankedPrediction {

	private RankedPrediction() {
	}

	/**
	 * @param objects of the prediction, if it has a label image; else the mask's connected areas
	 * @param smallestMissed in pixels
	 * @throws McdUnetException if they are not of the same prediction
	 */
	static ReviewQueue read(final ImagePlus images, final ImagePlus mask,
		final ImagePlus probability, final ImagePlus uncertainty,
		final Optional<PredictedObjects> objects, final int smallestMissed,
		final Progress progress) {
		PredictionMark.checkTogether(List.of(mask, probability, uncertainty),
			List.of("mask", "probability", "uncertainty"));
		PredictionMark.doubt(images, mask).ifPresent(progress::message);
		TruthMasks.checkFit(mask, images);
		final List<Labels> masks = TruthMasks.read(mask);
		final PredictedMaps maps = new PredictedMaps(probability, uncertainty);
		MaskStacks.checkSameSize(probability, images);
		if (maps.size() != masks.size())
			throw new McdUnetException("'" + probability.getTitle() + "' has " + maps.size()
				+ " images, but '" + images.getTitle() + "' has " + masks.size()
				+ ". Choose the prediction of these images.");
		final OverlayConfidence confidence = new OverlayConfidence(mask);
		final List<ReviewEntry> places = new ArrayList<>();
		for (int i = 0; i < masks.size(); i++) {
			progress.checkCanceled();
			progress.report("Ranking objects", i, masks.size());
			if (objects.isPresent())
				ReviewPlaces.ofObjects(i, objects.get().get(i), maps.get(i), smallestMissed)
					.forEach(place -> places.add(objects.get().on(place)));
			else
				ReviewPlaces.of(i, masks.get(i), maps.get(i), smallestMissed)
					.forEach(place -> places.add(confidence.on(place)));
		}
		return new ReviewQueue(places);
	}
}
