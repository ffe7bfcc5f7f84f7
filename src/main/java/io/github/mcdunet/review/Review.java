package io.github.mcdunet.review;

import io.github.mcdunet.dataset.Labels;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/**
 * A person's review of a prediction: what has been decided on which place, and the masks that come
 * of it. The masks are the union of what counts, so that deleting one of two objects that were
 * drawn across each other leaves the other whole. Used by one thread.
 */
public final class Review {

	private final ReviewQueue queue;
	private final int width;
	private final int height;
	private final List<ReviewItem> items = new ArrayList<>();
	private final Deque<Step> steps = new ArrayDeque<>();

	/**
	 * @param width of the images, in pixels
	 * @param height of the images, in pixels
	 */
	public Review(final ReviewQueue queue, final int width, final int height) {
		this.queue = queue;
		this.width = width;
		this.height = height;
		for (final ReviewEntry entry : queue.entries())
			items.add(new ReviewItem(entry, Decision.OPEN, entry.pixels()));
	}

	public ReviewQueue queue() {
		return queue;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Number of places: those of the queue, then those added. */
	public int size() {
		return items.size();
	}

	/** @param i from 0, in the order of the queue, then of adding */
	public ReviewItem item(final int i) {
		return items.get(i);
	}

	/**
	 * It is as it is now: an object of the mask stays, and what may have been missed or was deleted
	 * becomes one.
	 */
	public void accept(final int i) {
		set(i, items.get(i).decided(Decision.ACCEPTED));
	}

	/** There is no object; it goes from the mask, or never comes into it. */
	public void delete(final int i) {
		checkObject(i);
		set(i, items.get(i).decided(Decision.DELETED));
	}

	/** @param pixels of the object, indices into the image, at least one */
	public void redraw(final int i, final int[] pixels) {
		checkObject(i);
		checkPixels(pixels);
		set(i, new ReviewItem(items.get(i).entry(), Decision.REDRAWN, pixels));
	}

	/**
	 * An object that the prediction has not.
	 *
	 * @param image its number, from 0
	 * @param pixels of the object, indices into the image, at least one
	 * @return its number among the places
	 */
	public int add(final int image, final int[] pixels) {
		checkPixels(pixels);
		int number = 1;
		for (final ReviewItem item : items)
			if (item.entry().image() == image && item.entry().kind() == ReviewKind.ADDED) number++;
		items.add(new ReviewItem(ReviewEntry.added(image, number, pixels, width), Decision.ADDED,
			pixels));
		steps.push(new Step(items.size() - 1, null));
		return items.size() - 1;
	}

	/**
	 * Takes back the last decision; returns on what it was, empty if there is none. An added object
	 * is gone then.
	 */
	public OptionalInt undo() {
		if (steps.isEmpty()) return OptionalInt.empty();
		final Step step = steps.pop();
		if (step.before == null) items.remove(step.index);
		else
			items.set(step.index, step.before);
		return OptionalInt.of(step.index);
	}

	/** Whether anything has been decided that was not taken back. */
	public boolean hasDecisions() {
		return !steps.isEmpty();
	}

	/** Whether anything has been decided on that image. */
	public boolean isReviewed(final int image) {
		return items.stream().anyMatch(item -> item.entry().image() == image && item.isReviewed());
	}

	/** Share of the estimated error of all images at the places that have been decided on, 0..1. */
	public double reviewedShare() {
		return queue.share(items.stream().filter(ReviewItem::isReviewed)
			.mapToDouble(item -> item.entry().wrongPixels()).sum());
	}

	/** The mask of an image by now. */
	public Labels mask(final int image) {
		final byte[] mask = new byte[width * height];
		for (final ReviewItem item : items)
			if (item.entry().image() == image) item.fill(mask);
		return Labels.ofClasses(mask, width, height);
	}

	private void set(final int i, final ReviewItem item) {
		steps.push(new Step(i, items.get(i)));
		items.set(i, item);
	}

	private void checkObject(final int i) {
		if (!items.get(i).isObject())
			throw new IllegalArgumentException("The rest of an image is no object");
	}

	private void checkPixels(final int[] pixels) {
		if (pixels.length == 0) throw new IllegalArgumentException("An object without pixels");
		for (final int i : pixels)
			if (i < 0 || i >= width * height)
				throw new IllegalArgumentException("Pixel " + i + " of " + width + " x " + height);
	}

	/** What a place was before a decision; nothing if it was not there. */
	private record Step(int index, ReviewItem before) {
	}
}
