package io.github.mcdunet.imagej.result;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.OpenImages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds what a prediction has opened: by the mark that it left in its results, or, of images
 * without one, by their titles ("Worms mask" belongs to "Worms").
 */
public final class PredictedImages {

	private static final List<String> KINDS = List.of("mask", "probability", "uncertainty");

	private final List<ImagePlus> open;

	/** @param open images, the active one first, the others in the order of their opening */
	public PredictedImages(final List<ImagePlus> open) {
		this.open = List.copyOf(open);
	}

	/** Among all images that are open now. */
	public static PredictedImages open() {
		return new PredictedImages(OpenImages.activeFirst());
	}

	/** The first image that was predicted and whose mask, probability and uncertainty are open. */
	public Optional<ImagePlus> input() {
		for (final ImagePlus image : open)
			for (final ImagePlus input : open)
				if ((input == image || isResult(image, input)) && isPredicted(input))
					return Optional.of(input);
		return Optional.empty();
	}

	private boolean isResult(final ImagePlus image, final ImagePlus input) {
		final Optional<PredictionMark> mark = PredictionMark.of(image);
		return mark.isPresent() ? isOf(mark.get(), input)
			: image.getTitle().startsWith(new ImageGrid(input).title() + " ");
	}

	private boolean isPredicted(final ImagePlus input) {
		return KINDS.stream().allMatch(kind -> result(input, kind).isPresent());
	}

	/**
	 * @param kind "mask", "probability" or "uncertainty"
	 * @param known results of the prediction in question, or null; where there are none, that of
	 * the active image, or else the last one
	 */
	public Optional<ImagePlus> result(final ImagePlus input, final String kind,
		final ImagePlus... known) {
		for (final ImagePlus one : known) {
			final Optional<PredictionMark> mark = Optional.ofNullable(one)
				.flatMap(PredictionMark::of);
			if (mark.isPresent()) return find(mark.get().prediction(), kind);
		}
		final Optional<String> last = last(input);
		if (last.isPresent()) return find(last.get(), kind);
		final String title = new ImageGrid(input).title() + " " + kind;
		return first(image -> image != input && PredictionMark.of(image).isEmpty()
			&& image.getTitle().equals(title));
	}

	private Optional<ImagePlus> find(final String prediction, final String kind) {
		return first(image -> PredictionMark.of(image)
			.filter(mark -> mark.prediction().equals(prediction) && mark.kind().equals(kind))
			.isPresent());
	}

	private Optional<ImagePlus> first(final Predicate<ImagePlus> condition) {
		return open.stream().filter(condition).findFirst();
	}

	/** The prediction of the active image, if it is one of the input's, or else the last one. */
	private Optional<String> last(final ImagePlus input) {
		final List<ImagePlus> newestFirst = new ArrayList<>(open);
		if (open.size() > 1) Collections.reverse(newestFirst.subList(1, open.size()));
		final List<String> predictions = newestFirst.stream()
			.map(image -> PredictionMark.of(image).filter(mark -> isOf(mark, input)).orElse(null))
			.filter(Objects::nonNull).map(PredictionMark::prediction).distinct().toList();
		return predictions.stream()
			.filter(id -> KINDS.stream().allMatch(kind -> find(id, kind).isPresent())).findFirst()
			.or(() -> predictions.stream().findFirst());
	}

	/** An image of an earlier run of ImageJ is known by its title, if only one has it. */
	private boolean isOf(final PredictionMark mark, final ImagePlus image) {
		return mark.isOf(image)
			|| mark.isFromBefore(image) && open.stream().filter(mark::isFromBefore).count() == 1;
	}

	/**
	 * @param known as in {@link #result}
	 * @throws McdUnetException if it is not open
	 */
	public ImagePlus needed(final ImagePlus input, final String kind, final ImagePlus... known) {
		return result(input, kind, known)
			.orElseThrow(() -> new McdUnetException("There is no open image '"
				+ new ImageGrid(input).title() + " " + kind + "'. Run 'Predict with U-Net...' on '"
				+ input.getTitle() + "' first, or choose what it made."));
	}
}
