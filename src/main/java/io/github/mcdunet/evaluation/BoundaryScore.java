package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;

/**
 * How well the outlines of two masks agree. The outline of a mask is those of its pixels that touch
 * background by a side; what lies outside of the image is background.
 * <p>
 * Boundary F1 is the harmonic mean of the share of predicted outline pixels that have a true one
 * within a tolerance, and of the share of true ones that have a predicted one (Csurka et al. 2013,
 * https://doi.org/10.5244/C.27.32). The average symmetric surface distance is the mean, over the
 * outline pixels of both masks, of the distance to the nearest outline pixel of the other (Heimann
 * et al. 2009, https://doi.org/10.1109/TMI.2009.2013851).
 *
 * @param agreement boundary F1, 0..1; 1 if both masks are empty, 0 if one is, none if the truth
 * leaves pixels unlabelled and no outline is known in one of them
 * @param surfaceDistance average symmetric surface distance in the unit of the pixel size; 0 if
 * both masks are empty, none if one is
 */
public record BoundaryScore(Measure agreement, Measure surfaceDistance) {

	/** In pixels. */
	public static final double TOLERANCE = 2;

	/** With a tolerance of 2 pixels. */
	public static BoundaryScore of(final Labels prediction, final Labels truth,
		final PixelSize size) {
		return of(prediction, truth, size, TOLERANCE);
	}

	/**
	 * Linear in the number of pixels.
	 *
	 * @param prediction of the truth's width and height
	 * @param truth any class but the background is foreground; where it is unlabelled there is no
	 * outline
	 * @param size of a pixel, in whose unit the surface distance is
	 * @param tolerance of F1 in pixels, whatever their size; a distance equal to it is within
	 */
	public static BoundaryScore of(final Labels prediction, final Labels truth,
		final PixelSize size, final double tolerance) {
		final Boundary a = new Boundary(prediction, truth), b = new Boundary(truth);
		if ((a.count() == 0 || b.count() == 0) && truth.isSparse()) {
			final Measure unknown = Measure.none(
				"Too few pixels are labelled in the truth to know where outlines are, so they are not compared.");
			return new BoundaryScore(unknown, unknown);
		}
		if (a.count() == 0 && b.count() == 0)
			return new BoundaryScore(Measure.of(1), Measure.of(0));
		if (a.count() == 0 || b.count() == 0)
			return new BoundaryScore(Measure.of(0),
				Measure.none((a.count() == 0 ? "The predicted" : "The true")
					+ " mask is empty, so there is no distance between outlines."));
		final double precision = a.shareWithin(tolerance, b), recall = b.shareWithin(tolerance, a);
		final double sum = a.distanceTo(b, size) + b.distanceTo(a, size);
		return new BoundaryScore(
			Measure.of(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)),
			Measure.of(sum / (a.count() + b.count())));
	}

	/**
	 * Boundary F1, 0..1.
	 *
	 * @throws IllegalStateException if it is not known
	 */
	public double f1() {
		return agreement.value();
	}
}
