package io.github.mcdunet.review;

import io.github.mcdunet.objects.ObjectFeatures;

/**
 * One place of a prediction that a person may look at, and how much is probably wrong there.
 *
 * @param image number of the image, from 0
 * @param number among those of its kind in its image, from 1; that of objects is the one in the
 * prediction's table
 * @param pixels their indices, empty for the rest of an image; a copy
 * @param x of the centroid in pixels; the first pixel's centre is 0.5
 * @param y of the centroid in pixels; the first pixel's centre is 0.5
 * @param area number of pixels; of the rest of an image, those that are far from all objects
 * @param meanEntropy mean predictive entropy in nats, 0..ln 2, of these pixels; NaN for an added
 * object
 * @param confidence how far the samples agree on the object, 0..1; NaN if that is not known
 * @param wrongPixels expected number of wrong pixels in it and near it; see {@link EstimatedError}
 * @param ofClass number of the object's class as predicted, 1 if there are no others
 * @param chances what the samples say of the object
 */
public record ReviewEntry(int image, ReviewKind kind, int number, int[] pixels, double x, double y,
	int area, double meanEntropy, double confidence, double wrongPixels, int ofClass,
	ObjectChances chances) {

	public ReviewEntry {
		pixels = pixels.clone();
	}

	@Override
	public int[] pixels() {
		return pixels.clone();
	}

	/**
	 * @param pixels of the object, empty for the rest of an image, whose features are those of what
	 * is far from all objects
	 */
	static ReviewEntry of(final int image, final ReviewKind kind, final int number,
		final int[] pixels, final ObjectFeatures features, final double wrongPixels) {
		return new ReviewEntry(image, kind, number, pixels, features.centroidX(),
			features.centroidY(), features.area(), features.meanUncertainty(), Double.NaN,
			wrongPixels, Math.max(1, features.ofClass()), ObjectChances.UNKNOWN);
	}

	/**
	 * An object that a person has drawn, of which the maps say nothing.
	 *
	 * @param pixels indices into an image of this width, at least one
	 */
	public static ReviewEntry added(final int image, final int number, final int[] pixels,
		final int width) {
		return made(image, ReviewKind.ADDED, number, pixels, width, 1);
	}

	/**
	 * What came by a person's decision.
	 *
	 * @param pixels indices into an image of this width, at least one
	 */
	static ReviewEntry made(final int image, final ReviewKind kind, final int number,
		final int[] pixels, final int width, final int ofClass) {
		double x = 0, y = 0;
		for (final int i : pixels) {
			x += (i % width + 0.5) / pixels.length;
			y += (i / width + 0.5) / pixels.length;
		}
		return new ReviewEntry(image, kind, number, pixels, x, y, pixels.length, Double.NaN,
			Double.NaN, 0, ofClass, ObjectChances.UNKNOWN);
	}

	/** @param value how far the samples agree on the object, 0..1 */
	public ReviewEntry withConfidence(final double value) {
		return new ReviewEntry(image, kind, number, pixels, x, y, area, meanEntropy, value,
			wrongPixels, ofClass, chances);
	}

	/**
	 * An object of the mask with what the samples say of it, which may make it a question.
	 */
	public ReviewEntry withChances(final ObjectChances known) {
		return new ReviewEntry(image, known.question(), number, pixels, x, y, area, meanEntropy,
			confidence, wrongPixels, ofClass, known);
	}

	/** "object 3", "maybe missed 1", "rest of image". */
	public String name() {
		return kind == ReviewKind.ELSEWHERE ? kind.toString()
			: (kind.isPredicted() ? ReviewKind.OBJECT : kind) + " " + number;
	}
}
