package io.github.mcdunet.review;

import io.github.mcdunet.objects.ObjectFeatures;

/**
 * One place of a prediction that a person may look at, and how much is probably wrong there.
 * Immutable.
 */
public final class ReviewEntry {

	private final int image;
	private final ReviewKind kind;
	private final int number;
	private final int[] pixels;
	private final double x;
	private final double y;
	private final int area;
	private final double meanEntropy;
	private final double confidence;
	private final double wrongPixels;

	private ReviewEntry(final int image, final ReviewKind kind, final int number,
		final int[] pixels, final double x, final double y, final int area,
		final double meanEntropy, final double confidence, final double wrongPixels) {
		this.image = image;
		this.kind = kind;
		this.number = number;
		this.pixels = pixels;
		this.x = x;
		this.y = y;
		this.area = area;
		this.meanEntropy = meanEntropy;
		this.confidence = confidence;
		this.wrongPixels = wrongPixels;
	}

	/**
	 * @param pixels of the object, empty for the rest of an image, whose features are those of what
	 * is far from all objects
	 */
	static ReviewEntry of(final int image, final ReviewKind kind, final int number,
		final int[] pixels, final ObjectFeatures features, final double wrongPixels) {
		return new ReviewEntry(image, kind, number, pixels, features.centroidX(),
			features.centroidY(), features.area(), features.meanUncertainty(), Double.NaN,
			wrongPixels);
	}

	/**
	 * An object that a person has drawn, of which the maps say nothing.
	 *
	 * @param pixels indices into an image of this width, at least one
	 */
	public static ReviewEntry added(final int image, final int number, final int[] pixels,
		final int width) {
		double x = 0, y = 0;
		for (final int i : pixels) {
			x += (i % width + 0.5) / pixels.length;
			y += (i / width + 0.5) / pixels.length;
		}
		return new ReviewEntry(image, ReviewKind.ADDED, number, pixels.clone(), x, y, pixels.length,
			Double.NaN, Double.NaN, 0);
	}

	/** @param value how far the samples agree on the object, 0..1 */
	public ReviewEntry withConfidence(final double value) {
		return new ReviewEntry(image, kind, number, pixels, x, y, area, meanEntropy, value,
			wrongPixels);
	}

	/** Number of the image, from 0. */
	public int image() {
		return image;
	}

	public ReviewKind kind() {
		return kind;
	}

	/**
	 * Number among those of its kind in its image, from 1; that of objects is the one in the
	 * prediction's table.
	 */
	public int number() {
		return number;
	}

	/** Indices of its pixels, empty for the rest of an image; a copy. */
	public int[] pixels() {
		return pixels.clone();
	}

	/** Centroid in pixels; the first pixel's centre is 0.5. */
	public double x() {
		return x;
	}

	/** Centroid in pixels; the first pixel's centre is 0.5. */
	public double y() {
		return y;
	}

	/** Number of pixels; of the rest of an image, those that are far from all objects. */
	public int area() {
		return area;
	}

	/** Mean predictive entropy in nats, 0..ln 2, of these pixels; NaN for an added object. */
	public double meanEntropy() {
		return meanEntropy;
	}

	/** How far the samples agree on the object, 0..1; NaN if that is not known. */
	public double confidence() {
		return confidence;
	}

	/** Expected number of wrong pixels in it and near it; see {@link EstimatedError}. */
	public double wrongPixels() {
		return wrongPixels;
	}

	/** "object 3", "maybe missed 1", "rest of image". */
	public String name() {
		return kind == ReviewKind.ELSEWHERE ? kind.toString() : kind + " " + number;
	}
}
