package io.github.mcdunet.imagej.result;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.workflow.SegmentedImage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row per image: how many objects, how large they are together, and how good the mask probably
 * is.
 */
public final class ImageTable {

	private ImageTable() {
	}

	/** What is said of an image, besides its name; empty cells for what is not known. */
	public static ResultRow row(final SegmentedImage image) {
		return describe(image, new ResultRow());
	}

	/** @param slice number of the image, from 1 */
	static ResultRow row(final String name, final int slice, final SegmentedImage image) {
		return describe(image, new ResultRow().put("Image", name).put("Slice", slice));
	}

	private static ResultRow describe(final SegmentedImage image, final ResultRow row) {
		final Optional<ImageMeasurement> all = image.measurement();
		final ResultRow named = image.isLeftOut() ? row.put("Objects", Optional.empty())
			: row.put("Objects", image.objects().size());
		return named.bounds("Objects", all.map(ImageMeasurement::count))
			.put("Total area", all.map(m -> m.area().value()))
			.bounds("Total area", all.map(ImageMeasurement::area))
			.put("Agreement", all.map(ImageMeasurement::agreement))
			.quality("Dice", image.predictedDice())
			.put("Mean uncertainty of objects", all.map(ImageMeasurement::foregroundEntropy))
			.put("Unlike the training images", unlike(image));
	}

	/**
	 * Adds the number of objects of each class, with its bounds.
	 *
	 * @param classes the background first; nothing is added if there are but two
	 */
	public static ResultRow addClasses(final SegmentedImage image, final List<LabelClass> classes,
		final ResultRow row) {
		for (int k = 1; k < classes.size() && classes.size() > 2; k++) {
			final int number = k;
			final String heading = "Objects of " + classes.get(k).name();
			if (image.isLeftOut()) row.put(heading, Optional.empty());
			else
				row.put(heading,
					image.objects().stream().filter(o -> o.features().ofClass() == number).count());
			row.bounds(heading, image.measurement().map(m -> m.counts().get(number - 1)));
		}
		return row;
	}

	/** Why it was left out, or what tells it from those of the training; empty if nothing does. */
	static String unlike(final SegmentedImage image) {
		return image.omission().isPresent() ? image.omission().get().cause()
			: image.differences().stream().map(Object::toString).collect(Collectors.joining("; "));
	}
}
