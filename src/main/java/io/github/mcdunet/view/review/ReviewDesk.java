package io.github.mcdunet.view.review;

import ij.ImagePlus;
import ij.gui.Roi;

import io.github.mcdunet.imagej.result.ImageSelection;
import io.github.mcdunet.review.Review;
import io.github.mcdunet.review.ReviewItem;
import io.github.mcdunet.review.ObjectChances;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the buttons of the review's window do: where the person is, and what becomes of the
 * selection in the images. Knows no window, and tells how it went in a sentence. Used in the event
 * thread only.
 */
final class ReviewDesk {

	private final Review review;
	private final ImageSelection images;
	private final List<String> names;
	private final Set<Integer> listed;
	private final List<Integer> rows = new ArrayList<>();
	private OptionalInt only = OptionalInt.empty();
	private OptionalInt current = OptionalInt.empty();
	private String message = "";

	/** @param listed numbers of the images whose places are listed */
	ReviewDesk(final Review review, final ImageSelection images, final Set<Integer> listed) {
		this.review = review;
		this.images = images;
		this.listed = new TreeSet<>(listed);
		names = images.names();
		fill();
	}

	private void fill() {
		rows.clear();
		for (int i = 0; i < review.size(); i++) {
			final int image = review.item(i).entry().image();
			if (listed.contains(image) && (!only.isPresent() || only.getAsInt() == image))
				rows.add(i);
		}
	}

	Review review() {
		return review;
	}

	ImagePlus image() {
		return images.image();
	}

	/** Number of all images, listed or not. */
	int imageCount() {
		return names.size();
	}

	String name(final int image) {
		return names.get(image);
	}

	/** Numbers of the places in the list, in its order. */
	List<Integer> rows() {
		return rows;
	}

	/** Numbers of the images in the list. */
	Set<Integer> listed() {
		return listed;
	}

	/** The place that the person is at, if any. */
	OptionalInt current() {
		return current;
	}

	private Optional<ReviewItem> item() {
		return current.isPresent() ? Optional.of(review.item(current.getAsInt()))
			: Optional.empty();
	}

	/** How the last deed went. */
	String message() {
		return message;
	}

	/** Lists the places of one image, or of all. */
	void list(final OptionalInt image) {
		only = image;
		fill();
	}

	/**
	 * Goes to a place: shows its image, large around the object, whose outline becomes the
	 * selection.
	 */
	void go(final int place) {
		current = OptionalInt.of(place);
		final ReviewItem item = review.item(place);
		// NB: a person may have closed the images
		if (!images.image().isVisible() && !GraphicsEnvironment.isHeadless()) images.image().show();
		images.select(item.entry().image(), item.pixels(), item.entry().confidence());
		final Roi roi = images.image().getRoi();
		ObjectZoom.to(images.image(),
			roi == null ? new Rectangle(review.width(), review.height()) : roi.getBounds());
		message = hint(item);
	}

	private String hint(final ReviewItem item) {
		return switch (item.entry().kind()) {
			case ONE_OR_TWO -> chances(item.entry().chances());
			case WHICH_CLASS -> "Is it of the class '" + className(item) + "'? "
				+ percent(item.entry().chances().ofClass())
				+ " of the samples say so. If not, press the key of its class: " + classKeys()
				+ ".";
			case MAYBE_MISSED ->
				"The mask has nothing here, but the network is unsure. Is it an object?";
			case ELSEWHERE ->
				"Is anything missing in the rest of this image? Outline it and press Add.";
			default -> "Is the outline right? If not, draw it anew and press Redraw.";
		};
	}

	private static String chances(final ObjectChances chances) {
		return percent(chances.split()) + " of the samples see two objects or more here, "
			+ percent(chances.joined())
			+ " one with a neighbour. Press Accept, Split or Merge, or draw it anew.";
	}

	private static String percent(final double share) {
		return Math.round(100 * share) + " %";
	}

	/** "1 round, 2 rod". */
	private String classKeys() {
		return IntStream.range(1, review.classes().size())
			.mapToObj(k -> k + " " + review.classes().get(k).name())
			.collect(Collectors.joining(", "));
	}

	/** Name of the class that a place has by now. */
	String className(final ReviewItem item) {
		return review.classes().get(item.ofClass()).name();
	}

	/** Whether objects are of several classes. */
	boolean hasClasses() {
		return review.classes().size() > 2;
	}

	/**
	 * Goes to the first place after this one that is still open, from the beginning again at the
	 * end.
	 */
	void next() {
		final int from = current.isPresent() ? rows.indexOf(current.getAsInt()) : -1;
		for (int k = 1; k <= rows.size(); k++) {
			final int place = rows.get((from + k) % rows.size());
			if (!review.item(place).isReviewed()) {
				go(place);
				return;
			}
		}
		message = "Everything in this list has been reviewed.";
	}

	/** It is as it is shown. */
	void accept() {
		if (!current.isPresent()) {
			message = "Choose a row first.";
			return;
		}
		review.accept(current.getAsInt());
		next();
	}

	/** There is no object. */
	void delete() {
		if (!isAtObject()) return;
		review.delete(current.getAsInt());
		next();
	}

	/** The selection is the object's new outline. */
	void redraw() {
		if (!isAtObject()) return;
		final ReviewItem item = item().get();
		final Optional<int[]> drawn = drawn();
		if (!drawn.isPresent()) return;
		if (images.shown() != item.entry().image()) {
			message = "The selection is on " + name(images.shown()) + ", but " + item.entry().name()
				+ " is on " + name(item.entry().image()) + ". Choose its row again, or press Add.";
			return;
		}
		if (Arrays.equals(drawn.get(), item.pixels())) {
			message = "The selection is still the old outline. Draw the new one in the image first.";
			return;
		}
		review.redraw(current.getAsInt(), drawn.get());
		next();
	}

	/** It is two: divides it along the most probable border. */
	void split() {
		if (!isAtObject()) return;
		final int place = current.getAsInt();
		if (!review.split(place)) {
			message = "Nothing shows a border within this object. Draw one part and press Redraw, then the other and press Add.";
			return;
		}
		listed.add(review.item(place).entry().image());
		fill();
		go(place);
		message = "Split. The other part is at the end of the list. Undo if the border is not right.";
	}

	/** It is one with a neighbour. */
	void merge() {
		if (!isAtObject()) return;
		final int place = current.getAsInt();
		final OptionalInt neighbour = review.merge(place);
		if (neighbour.isEmpty()) {
			message = "No other object touches this one.";
			return;
		}
		go(place);
		message = "Merged with " + review.item(neighbour.getAsInt()).entry().name()
			+ ". Undo if that is not right.";
	}

	/**
	 * It is of that class.
	 *
	 * @param number from 1
	 */
	void setClass(final int number) {
		if (!isAtObject()) return;
		if (number >= review.classes().size()) {
			message = "There is no class " + number + ". The keys are " + classKeys() + ".";
			return;
		}
		review.setClass(current.getAsInt(), number);
		next();
	}

	/** The selection is an object that was missed. */
	void add() {
		final Optional<int[]> drawn = drawn();
		if (!drawn.isPresent()) return;
		final int image = images.shown();
		for (int i = 0; i < review.size(); i++)
			if (review.item(i).entry().image() == image
				&& Arrays.equals(review.item(i).pixels(), drawn.get())) {
				message = "The selection is " + review.item(i).entry().name()
					+ ", which is in the list. Outline the missed object in the image first.";
				return;
			}
		final int added = review.add(image, drawn.get());
		listed.add(image);
		fill();
		message = "Added as \"" + review.item(added).entry().name() + "\" of " + name(image) + ".";
	}

	/** Takes the last decision back, and goes where it was made. */
	void undo() {
		final OptionalInt place = review.undo();
		fill();
		if (!place.isPresent()) {
			message = "There is nothing to undo.";
			return;
		}
		if (place.getAsInt() < review.size()) go(place.getAsInt());
		else {
			images.image().deleteRoi();
			if (current.isPresent() && current.getAsInt() >= review.size())
				current = OptionalInt.empty();
		}
		message = "Undone. " + message;
	}

	/** Whether the person is at something that can be deleted or redrawn. */
	private boolean isAtObject() {
		final boolean object = item().filter(ReviewItem::isObject).isPresent();
		if (!object)
			message = current.isPresent()
				? "This is the rest of the image, not an object. Outline what is missing and press Add."
				: "Choose a row first.";
		return object;
	}

	private Optional<int[]> drawn() {
		final Optional<int[]> pixels = images.pixels();
		if (!pixels.isPresent())
			message = "Nothing is outlined. Draw around the object in '" + images.image().getTitle()
				+ "' with one of ImageJ's area tools, such as Freehand or Wand.";
		return pixels;
	}

	/** "12 of 80 reviewed: 61 % of the estimated error". Added objects count neither way. */
	String progress() {
		int done = 0, all = 0;
		for (int i = 0; i < review.size(); i++) {
			final ReviewItem item = review.item(i);
			if (!listed.contains(item.entry().image()) || item.entry().kind().isMade()) continue;
			all++;
			if (item.isReviewed()) done++;
		}
		return done + " of " + all + " reviewed: " + Math.round(100 * review.reviewedShare())
			+ " % of the estimated error";
	}
}
