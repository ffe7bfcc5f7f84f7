package io.github.mcdunet.view.review;

import io.github.mcdunet.imagej.result.ImageSelection;
import io.github.mcdunet.review.Review;

import java.util.Set;

import javax.swing.SwingUtilities;

/**
 * A window that lists the objects of a prediction from the most uncertain one on, goes to them in
 * the images, and takes a person's decisions. At its end it opens the reviewed masks. Needs a
 * screen.
 */
public final class ReviewWindow {

	private ReviewWindow() {
	}

	/**
	 * Opens the window and comes back at once; the person continues. May be called from any thread.
	 *
	 * @param images that were predicted, open
	 * @param listed numbers of the images whose objects are listed, from 0
	 * @param includeUnreviewed whether the masks of images on which nothing was decided shall be in
	 * the result too, as predicted
	 */
	public static void open(final Review review, final ImageSelection images,
		final Set<Integer> listed, final boolean includeUnreviewed) {
		SwingUtilities.invokeLater(
			() -> new ReviewFrame(new ReviewDesk(review, images, listed), includeUnreviewed)
				.setVisible(true));
	}
}
