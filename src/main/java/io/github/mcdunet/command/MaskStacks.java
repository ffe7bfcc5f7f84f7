package io.github.mcdunet.command;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.imagej.result.LeftOutImages;
import io.github.mcdunet.imagej.result.ObjectImage;
import io.github.mcdunet.imagej.result.PredictionMark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads mask stacks that are to be compared. */
final class MaskStacks {

	private MaskStacks() {
	}

	/** Masks of the same number of pixels may still differ in width and height. */
	static void checkSameSize(final ImagePlus prediction, final ImagePlus truth) {
		if (prediction.getWidth() != truth.getWidth()
			|| prediction.getHeight() != truth.getHeight())
			throw new McdUnetException("'" + prediction.getTitle() + "' is " + size(prediction)
				+ " pixels, but '" + truth.getTitle() + "' is " + size(truth)
				+ ". Choose masks of the same images.");
	}

	private static String size(final ImagePlus image) {
		return image.getWidth() + " x " + image.getHeight();
	}

	/** The slices' labels in full, or numbers where there are none. */
	static List<String> names(final ImagePlus masks) {
		final List<String> names = new ArrayList<>();
		for (int i = 1; i <= masks.getStackSize(); i++) {
			final String label = masks.getStack().getSliceLabel(i);
			final String line = label == null ? "" : label.split("\\R", 2)[0].trim();
			names.add(line.isEmpty() ? masks.getTitle() + " " + i : line);
		}
		return names;
	}

	/**
	 * Checks what the images' properties say of their making, as far as they say anything.
	 *
	 * @param compare which of the {@link Choices} they are compared as
	 * @throws McdUnetException if what is to be judged is another map of a prediction
	 */
	static void checkMarks(final List<ImagePlus> predictions, final String compare,
		final ImagePlus truth, final Progress progress) {
		final String kind = compare.equals(Choices.LABEL_IMAGES) ? ObjectImage.LABELS.label()
			: compare.equals(Choices.CLASS_MAPS) ? ObjectImage.CLASSES.label() : "mask";
		predictions.forEach(one -> PredictionMark.checkTogether(List.of(one), List.of(kind)));
		PredictionMark.doubt(predictions).ifPresent(progress::message);
		PredictionMark.doubtTruth(truth).ifPresent(progress::message);
	}

	/**
	 * The numbers, from 0, of the images that can be compared: those that no prediction has left
	 * out, and in whose truth something is marked.
	 *
	 * @param names of the images
	 * @param truths of the images
	 * @throws McdUnetException if there is none
	 */
	static List<Integer> compared(final List<ImagePlus> predictions, final List<String> names,
		final List<Labels> truths, final Progress progress) {
		final Set<Integer> leftOut = new TreeSet<>();
		// NB: masks of another number are refused, with both numbers, when they are compared
		if (predictions.stream().allMatch(mask -> mask.getStackSize() == names.size()))
			predictions.forEach(mask -> leftOut.addAll(LeftOutImages.of(mask)));
		leftOut.removeIf(i -> i < 0 || i >= names.size());
		if (!leftOut.isEmpty() && leftOut.size() == names.size())
			throw new McdUnetException("There is nothing to compare: the prediction left all "
				+ names.size()
				+ " images out, because of pixels that are not numbers or outshine all others.");
		if (!leftOut.isEmpty())
			progress.message("Not compared, as the prediction left them out: "
				+ leftOut.stream().map(names::get).collect(Collectors.joining(", ")) + ".");
		final List<Integer> rest = IntStream.range(0, names.size())
			.filter(i -> !leftOut.contains(i)).boxed().toList();
		if (truths.size() != names.size()) return rest;
		final List<Integer> marked = rest.stream().filter(i -> truths.get(i).known() > 0).toList();
		if (marked.isEmpty())
			throw new McdUnetException(
				"There is nothing to compare: no pixel is marked in the images that were predicted. Mark some of them.");
		if (marked.size() < rest.size())
			progress.message("Not compared, as nothing is marked in them: " + rest.stream()
				.filter(i -> !marked.contains(i)).map(names::get).collect(Collectors.joining(", "))
				+ ".");
		return marked;
	}

	/** Some of a list; all of it if it has another length than the numbers were made for. */
	static <T> List<T> some(final List<T> all, final List<Integer> numbers, final int length) {
		return all.size() == length ? numbers.stream().map(all::get).toList() : all;
	}
}
