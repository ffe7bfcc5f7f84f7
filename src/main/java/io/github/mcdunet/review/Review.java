package io.github.mcdunet.review;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A person's review of a prediction: what has been decided on which place, and the masks that come
 * of it. The masks are the union of what counts, so that deleting one of two objects that were
 * drawn across each other leaves the other whole. Of objects that overlap, the one that was decided
 * on last has the pixels in the {@link #labels}. Used by one thread.
 */
public final class Review {

	private final ReviewQueue queue;
	private final int width;
	private final int height;
	private final IntFunction<Optional<float[]>> separation;
	private final List<LabelClass> classes;
	private final boolean separate;
	private final List<ReviewItem> items = new ArrayList<>();
	private final Deque<Step> steps = new ArrayDeque<>();

	/**
	 * @param width of the images, in pixels
	 * @param height of the images, in pixels
	 */
	public Review(final ReviewQueue queue, final int width, final int height) {
		this(queue, width, height, LabelClass.OF_MASKS, false, image -> Optional.empty());
	}

	/**
	 * @param width of the images, in pixels
	 * @param height of the images, in pixels
	 * @param classes that objects may be of, the background first
	 * @param separate whether objects that touch were told apart
	 * @param separation mean depth within the objects by the number of the image, [H, W] row-major,
	 * 0..1, if the network gives it
	 */
	public Review(final ReviewQueue queue, final int width, final int height,
		final List<LabelClass> classes, final boolean separate,
		final IntFunction<Optional<float[]>> separation) {
		this.queue = queue;
		this.classes = List.copyOf(classes);
		this.separate = separate;
		this.separation = separation;
		this.width = width;
		this.height = height;
		for (final ReviewEntry entry : queue.entries())
			items.add(new ReviewItem(entry, Decision.OPEN, entry.pixels(), entry.ofClass()));
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

	/** That objects may be of, the background first. */
	public List<LabelClass> classes() {
		return classes;
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
		set(i, items.get(i).drawn(Decision.REDRAWN, pixels));
	}

	/**
	 * It is of that class; what may have been missed or was deleted becomes an object.
	 *
	 * @param number of the class, from 1
	 */
	public void setClass(final int i, final int number) {
		checkObject(i);
		if (number < 1 || number >= classes.size())
			throw new IllegalArgumentException("Class " + number + " of " + classes);
		set(i, items.get(i).classed(number));
	}

	/**
	 * It is two: divides it along the most probable border. The largest part stays in its place,
	 * the others are added.
	 *
	 * @return whether there is a border; else nothing is changed
	 */
	public boolean split(final int i) {
		checkObject(i);
		final ReviewItem item = items.get(i);
		final List<int[]> parts = ObjectDivision.parts(item.pixels(), width,
			separation.apply(item.entry().image()));
		if (parts.size() < 2) return false;
		push(i, parts.size() - 1, i);
		items.set(i, item.drawn(Decision.SPLIT, parts.get(0)));
		for (final int[] part : parts.subList(1, parts.size()))
			items.add(
				new ReviewItem(made(item.entry().image(), ReviewKind.PART, part, item.ofClass()),
					Decision.SPLIT, part, item.ofClass()));
		return true;
	}

	/**
	 * It is one with the neighbour with which the samples join it most often or, if they do not say
	 * that, with which it shares the longest border. It gets the neighbour's pixels and keeps its
	 * own class.
	 *
	 * @return the neighbour, empty if there is none
	 */
	public OptionalInt merge(final int i) {
		checkObject(i);
		final OptionalInt neighbour = neighbour(i);
		if (neighbour.isEmpty()) return neighbour;
		final int other = neighbour.getAsInt();
		final int[] union = IntStream
			.concat(Arrays.stream(items.get(i).pixels()), Arrays.stream(items.get(other).pixels()))
			.sorted().distinct().toArray();
		push(i, 0, i, other);
		items.set(i, items.get(i).drawn(Decision.MERGED, union));
		items.set(other, items.get(other).decided(Decision.ABSORBED));
		return neighbour;
	}

	private OptionalInt neighbour(final int i) {
		final ReviewItem item = items.get(i);
		int best = -1, longest = 0;
		for (int k = 0; k < items.size(); k++) {
			final ReviewItem other = items.get(k);
			if (k == i || other.entry().image() != item.entry().image() || !other.isInMask())
				continue;
			if (isPartner(item, other)) return OptionalInt.of(k);
			final int border = ObjectBorders.length(item.pixels(), other.pixels(), width);
			if (border > longest) {
				best = k;
				longest = border;
			}
		}
		return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
	}

	/** NB: once either was drawn anew, what the samples saw is something else. */
	private static boolean isPartner(final ReviewItem item, final ReviewItem other) {
		return other.entry().kind().isPredicted() && item.entry().kind().isPredicted()
			&& other.entry().number() == item.entry().chances().partner()
			&& Arrays.equals(item.pixels(), item.entry().pixels())
			&& Arrays.equals(other.pixels(), other.entry().pixels());
	}

	private ReviewEntry made(final int image, final ReviewKind kind, final int[] pixels,
		final int ofClass) {
		int number = 1;
		for (final ReviewItem item : items)
			if (item.entry().image() == image && item.entry().kind() == kind) number++;
		return ReviewEntry.made(image, kind, number, pixels, width, ofClass);
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
		push(items.size(), 1);
		items.add(new ReviewItem(made(image, ReviewKind.ADDED, pixels, 1), Decision.ADDED, pixels,
			Labels.FOREGROUND));
		return items.size() - 1;
	}

	/**
	 * Takes back the last decision; returns on what it was, empty if there is none. An added object
	 * is gone then.
	 */
	public OptionalInt undo() {
		if (steps.isEmpty()) return OptionalInt.empty();
		final Step step = steps.pop();
		for (int k = 0; k < step.added; k++)
			items.remove(items.size() - 1);
		step.before.forEach(items::set);
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

	/** Whether the objects are more than the mask's connected areas: also by a decision. */
	public boolean isSeparate() {
		return separate || items.stream().map(ReviewItem::decision)
			.anyMatch(d -> d == Decision.SPLIT || d == Decision.MERGED);
	}

	/**
	 * The objects of an image by now, numbered from 1 in the order of the places, with their
	 * classes.
	 */
	public Labels labels(final int image) {
		final Set<Integer> order = new LinkedHashSet<>();
		for (int i = 0; i < items.size(); i++)
			order.add(i);
		// The last one to be drawn has the pixels, and that is what was decided on last
		for (final Iterator<Step> oldest = steps.descendingIterator(); oldest.hasNext();) {
			final Step step = oldest.next();
			for (final int i : step.touched()) {
				order.remove(i);
				order.add(i);
			}
		}
		final int[] owners = new int[width * height];
		for (final int i : order)
			if (items.get(i).entry().image() == image && items.get(i).isInMask())
				for (final int p : items.get(i).pixels())
				owners[p] = i + 1;
		final int[] numbers = new int[items.size() + 1];
		for (final int owner : owners)
			numbers[owner] = 1;
		numbers[0] = 0;
		int count = 0;
		for (int k = 1; k < numbers.length; k++)
			if (numbers[k] > 0) numbers[k] = ++count;
		final byte[] ofClass = new byte[owners.length];
		for (int p = 0; p < owners.length; p++) {
			if (owners[p] > 0) ofClass[p] = (byte) items.get(owners[p] - 1).ofClass();
			owners[p] = numbers[owners[p]];
		}
		return Labels.of(ofClass, owners, width, height, count);
	}

	/** Keeps what some places are, before they change and others are added behind them. */
	private void push(final int index, final int added, final int... changed) {
		final Map<Integer, ReviewItem> before = new TreeMap<>();
		for (final int i : changed)
			before.put(i, items.get(i));
		steps.push(new Step(index, before, items.size(), added));
	}

	private void set(final int i, final ReviewItem item) {
		push(i, 0, i);
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

	/** What places were before a decision, and how many were added behind the others. */
	private record Step(int index, Map<Integer, ReviewItem> before, int size, int added) {

		private List<Integer> touched() {
			final List<Integer> touched = new ArrayList<>(before.keySet());
			for (int k = 0; k < added; k++)
				touched.add(size + k);
			return touched;
		}
	}
}
