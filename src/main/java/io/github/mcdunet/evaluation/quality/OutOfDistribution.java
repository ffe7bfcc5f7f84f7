package io.github.mcdunet.evaluation.quality;

import io.github.mcdunet.dataset.PixelSize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an image looks like those that a network has learnt from. Each statistic's range is that
 * of the training and validation images, widened to both sides: by half of it, by as much as their
 * spread (three standard deviations from the mean) asks for, and by a tenth of the mean.
 *
 * @param ranges by statistic; none if there were too few images to tell
 */
public record OutOfDistribution(Map<String, Range> ranges) {

	/** Images that a range needs; fewer say nothing of how images may differ. */
	public static final int MINIMUM = 4;

	/** A pixel may be larger or smaller than in training by this factor. */
	private static final double PIXEL_SIZE = 1.25;

	/**
	 * The values of a statistic that are usual.
	 *
	 * @param low lower end
	 * @param high upper end, &gt;= low
	 */
	public record Range(double low, double high) {
	}

	/** @param images the statistics of each; all have the same ones */
	public static OutOfDistribution of(final List<ImageStatistics> images) {
		final Map<String, Range> ranges = new LinkedHashMap<>();
		if (images.size() >= MINIMUM) for (final String statistic : images.get(0).values().keySet())
			ranges.put(statistic,
				range(images.stream().mapToDouble(i -> i.values().get(statistic)).toArray()));
		return new OutOfDistribution(ranges);
	}

	private static Range range(final double[] values) {
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY, sum = 0,
			squares = 0;
		for (final double v : values) {
			low = Math.min(low, v);
			high = Math.max(high, v);
			sum += v;
		}
		final double mean = sum / values.length;
		for (final double v : values)
			squares += (v - mean) * (v - mean);
		final double three = 3 * Math.sqrt(squares / (values.length - 1)),
			margin = (high - low) / 2, least = 0.1 * Math.abs(mean);
		return new Range(Math.min(Math.min(low - margin, mean - three), mean - least),
			Math.max(Math.max(high + margin, mean + three), mean + least));
	}

	/** Whether there were enough images to tell. */
	public boolean isKnown() {
		return !ranges.isEmpty();
	}

	/** What is unusual about an image; empty if nothing is, or if it cannot be told. */
	public List<Difference> differences(final ImageStatistics image) {
		final List<Difference> differences = new ArrayList<>();
		image.values().forEach((statistic, value) -> {
			final Range range = ranges.get(statistic);
			if (range != null && (value < range.low || value > range.high))
				differences.add(new Difference(statistic, value, range.low, range.high));
		});
		return differences;
	}

	/**
	 * What tells an image from those of the training.
	 *
	 * @param statistic such as "the contrast of brightfield"
	 * @param value of the image
	 * @param low lower end of the training's range
	 * @param high upper end of the training's range
	 */
	public record Difference(String statistic, double value, double low, double high) {

		/** Such as "the contrast of brightfield is 0.71 (0.10 to 0.23 in training)". */
		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%s is %.3g (%.3g to %.3g in training)", statistic,
				value, low, high);
		}
	}

	/**
	 * A sentence if a calibrated image's pixels do not have about the size of the training images'.
	 */
	public static Optional<String> pixelSize(final PixelSize trained, final PixelSize image) {
		if (trained.equals(PixelSize.UNCALIBRATED) || image.equals(PixelSize.UNCALIBRATED)
			|| !trained.unit().equals(image.unit())) return Optional.empty();
		final double factor = image.width() / trained.width();
		if (factor < PIXEL_SIZE && factor > 1 / PIXEL_SIZE) return Optional.empty();
		return Optional.of(String.format(Locale.ROOT,
			"A pixel is %.3g %s wide, but was %.3g %s in training: objects look %.2g times %s to the "
				+ "network. Scale the images (Image > Scale...) to the pixel size of the training.",
			image.width(), image.unit(), trained.width(), trained.unit(),
			factor > 1 ? factor : 1 / factor, factor > 1 ? "smaller" : "larger"));
	}
}
