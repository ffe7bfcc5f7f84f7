package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.OpenImages;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an image's properties say of its making: which prediction made it, what it shows, and of
 * what image. ImageJ keeps them in a TIFF file too.
 *
 * @param prediction different for each prediction
 * @param kind such as "mask", "probability" or "uncertainty"
 * @param input the image that was predicted, as long as ImageJ runs and whatever it is called
 * @param title of that image then
 */
public record PredictionMark(String prediction, String kind, String input, String title) {

	private static final String PREDICTION = "mcdunet.prediction", KIND = "mcdunet.kind",
		INPUT = "mcdunet.input", TITLE = "mcdunet.title";

	/** NB: ImageJ counts its images anew each time it is started. */
	private static final String SESSION = UUID.randomUUID().toString();

	/** The image's mark; empty if no prediction made it. */
	public static Optional<PredictionMark> of(final ImagePlus image) {
		return image.getProp(PREDICTION) == null ? Optional.empty()
			: Optional.of(new PredictionMark(image.getProp(PREDICTION), image.getProp(KIND),
				image.getProp(INPUT), image.getProp(TITLE)));
	}

	/**
	 * Marks what one prediction made, and gives it titles that no open image has: "Worms mask", or
	 * "Worms mask-1" where the mask of an earlier prediction is still open.
	 *
	 * @param input that was predicted
	 * @param results titled "input kind"
	 */
	public static void put(final ImagePlus input, final Collection<ImagePlus> results) {
		final String prediction = UUID.randomUUID().toString();
		final int start = new ImageGrid(input).title().length() + 1;
		for (final ImagePlus result : results) {
			result.setProp(PREDICTION, prediction);
			result.setProp(KIND, result.getTitle().substring(start));
			result.setProp(INPUT, id(input));
			result.setProp(TITLE, input.getTitle());
		}
		// NB: each by itself, so that a macro which renames or closes a result finds the next one
		// under the usual title
		for (final ImagePlus result : results)
			result.setTitle(OpenImages.uniqueTitle(result.getTitle()));
	}

	private static String id(final ImagePlus image) {
		return SESSION + image.getID();
	}

	/** Whether this image was predicted, whatever it is called now. */
	boolean isOf(final ImagePlus image) {
		return input.equals(id(image));
	}

	/**
	 * Whether this may be the image that was predicted when ImageJ ran before: by its title, as
	 * nothing else is left.
	 */
	boolean isFromBefore(final ImagePlus image) {
		return !input.startsWith(SESSION) && title.equals(image.getTitle());
	}

	/**
	 * Checks that images which are taken together were made by one and the same prediction, as far
	 * as they are marked.
	 *
	 * @param images whose kinds follow in the same order
	 * @throws McdUnetException if they were not, or show another kind of map
	 */
	public static void checkTogether(final List<ImagePlus> images, final List<String> kinds) {
		ImagePlus first = null;
		for (int i = 0; i < images.size(); i++) {
			final ImagePlus image = images.get(i);
			final Optional<PredictionMark> mark = of(image);
			if (mark.isEmpty()) continue;
			if (!mark.get().kind().equals(kinds.get(i)))
				throw new McdUnetException("'" + image.getTitle() + "' is the " + mark.get().kind()
					+ " of a prediction, not the " + kinds.get(i) + ". Choose that.");
			if (first == null) first = image;
			else if (!of(first).orElseThrow().prediction().equals(mark.get().prediction()))
				throw new McdUnetException("'" + first.getTitle() + "' and '" + image.getTitle()
					+ "' were made by two predictions. Choose the results of one and the same.");
		}
	}

	/** Adds the prediction, if one made the image, to the rows of a table about it. */
	public static void tell(final ImagePlus image, final ResultsTable table) {
		of(image).ifPresent(mark -> {
			for (int row = 0; row < table.size(); row++)
				table.setValue("Prediction", row, mark.prediction());
		});
	}

	/** A sentence if these masks were predicted from different images; empty if nobody knows. */
	public static Optional<String> doubt(final List<ImagePlus> masks) {
		final List<PredictionMark> marks = masks.stream().map(PredictionMark::of)
			.flatMap(Optional::stream).filter(mark -> mark.input().startsWith(SESSION)).toList();
		return marks.stream().map(PredictionMark::input).distinct().count() < 2 ? Optional.empty()
			: Optional.of("Check: the masks were predicted from different images: " + marks.stream()
				.map(mark -> "'" + mark.title() + "'").collect(Collectors.joining(", ")) + ".");
	}

	/**
	 * A sentence if what is given for the truth was predicted; it may have been corrected since.
	 */
	public static Optional<String> doubtTruth(final ImagePlus truth) {
		return of(truth)
			.map(mark -> "Check: '" + truth.getTitle() + "', which is given for the true "
				+ "masks, is the " + mark.kind() + " of a prediction.");
	}

	/**
	 * A sentence if this image is not the one of which these results were made; empty if it is, or
	 * nobody knows.
	 */
	public static Optional<String> doubt(final ImagePlus image, final ImagePlus result) {
		return of(result).filter(mark -> mark.input().startsWith(SESSION) && !mark.isOf(image))
			.map(mark -> "Check: '" + result.getTitle() + "' was predicted from "
				+ (mark.title().equals(image.getTitle()) ? "another image of the title '"
					: "the image '")
				+ mark.title() + "', not from the '" + image.getTitle() + "' that is given.");
	}
}
