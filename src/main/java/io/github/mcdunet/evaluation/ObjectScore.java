package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.objects.ConnectedComponents;

/**
 * How well the objects of two masks agree, counted in objects: a true one is found if the IoU with
 * a predicted one is above 0.5. Pixels that touch by a side or a corner belong to one object.
 *
 * @param predicted number of predicted objects
 * @param trueObjects number of true objects
 * @param found number of true objects that were found
 */
public record ObjectScore(int predicted, int trueObjects, int found) {

	/**
	 * Where objects are not numbered, they are the connected areas of the foreground.
	 *
	 * @param prediction of the truth's width and height
	 * @param truth any class but the background is foreground
	 */
	public static ObjectScore of(final Labels prediction, final Labels truth) {
		final Labels found = numbered(prediction), real = numbered(truth);
		return new ObjectScore(found.objectCount(), real.objectCount(),
			real.objectCount() - TruthMatch.of(found, real).missed());
	}

	private static Labels numbered(final Labels labels) {
		return labels.hasObjects() ? labels : ConnectedComponents.label(labels, 0);
	}

	/**
	 * Share of the predicted objects that are true ones, 0..1; 1 when nothing is predicted and
	 * nothing is there, 0 when only the truth has objects.
	 */
	public double precision() {
		return predicted == 0 ? (trueObjects == 0 ? 1 : 0) : (double) found / predicted;
	}

	/**
	 * Share of the true objects that were found, 0..1; 1 when nothing is there and nothing is
	 * predicted, 0 when only the prediction has objects.
	 */
	public double recall() {
		return trueObjects == 0 ? (predicted == 0 ? 1 : 0) : (double) found / trueObjects;
	}

	/** Harmonic mean of precision and recall, 0..1; 1 when both masks are empty. */
	public double f1() {
		return predicted + trueObjects == 0 ? 1 : 2.0 * found / (predicted + trueObjects);
	}
}
