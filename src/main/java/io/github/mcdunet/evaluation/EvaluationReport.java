package io.github.mcdunet.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The scores of a set of images, one by one and together. Median and mean weigh every image the same, however large it is or
 * however much foreground it has.
 */
public final class EvaluationReport {

	/** Columns of {@link #toCsv()}. */
	public static final String HEADER = "Image,Dice,IoU,Precision,Recall";

	private final List<ImageScore> images = new ArrayList<>();

	/**
	 * @param name tells this image from the others
	 * @param prediction, truth masks of the same length; any non-zero value is foreground
	 */
	public void add(final String name, final byte[] prediction, final byte[] truth) {
		images.add(new ImageScore(name, Overlap.of(prediction, truth)));
	}

	/** In the order in which they were added; cannot be changed. */
	public List<ImageScore> images() {
		return Collections.unmodifiableList(images);
	}

	/**
	 * For example {@code median(Overlap::dice)}.
	 *
	 * @return the middle one of the images' scores, or the mean of the two in the middle
	 * @throws IllegalStateException if there is no image
	 */
	public double median(final ToDoubleFunction<Overlap> score) {
		final double[] sorted = scores(score);
		Arrays.sort(sorted);
		final int half = sorted.length / 2;
		return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
	}

	/**
	 * @return the mean of the images' scores
	 * @throws IllegalStateException if there is no image
	 */
	public double mean(final ToDoubleFunction<Overlap> score) {
		final double[] scores = scores(score);
		double sum = 0;
		for (final double s : scores)
			sum += s;
		return sum / scores.length;
	}

	/**
	 * A header, a row per image, and the rows Median and Mean if there is an image. Six decimals with a point in every language;
	 * names with a comma, a quote or a line break are quoted (RFC 4180); lines end in a line feed.
	 */
	public String toCsv() {
		final StringBuilder csv = new StringBuilder(HEADER).append('\n');
		for (final ImageScore i : images)
			csv.append(row(i.name(), s -> s.applyAsDouble(i.overlap())));
		if (!images.isEmpty()) csv.append(row("Median", this::median)).append(row("Mean", this::mean));
		return csv.toString();
	}

	private static String row(final String name,
		final ToDoubleFunction<ToDoubleFunction<Overlap>> value) {
		return String.format(Locale.ROOT, "%s,%.6f,%.6f,%.6f,%.6f\n", quoted(name),
			value.applyAsDouble(Overlap::dice), value.applyAsDouble(Overlap::iou),
			value.applyAsDouble(Overlap::precision), value.applyAsDouble(Overlap::recall));
	}

	private static String quoted(final String field) {
		final boolean special = field.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
		return special ? '"' + field.replace("\"", "\"\"") + '"' : field;
	}

	private double[] scores(final ToDoubleFunction<Overlap> score) {
		if (images.isEmpty()) throw new IllegalStateException("No image was added");
		return images.stream().map(ImageScore::overlap).mapToDouble(score).toArray();
	}
}
