package io.github.mcdunet.evaluation.quality;

import io.github.mcdunet.McdUnetException;
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
 */
public final class OutOfDistribution {

	/** Images that a range needs; fewer say nothing of how images may differ. */
	public static final int MINIMUM = 4;

	private static final String PREFIX = "familiar.";

	/** A pixel may be larger or smaller than in training by this factor. */
	private static final double PIXEL_SIZE = 1.25;

	private final Map<String, double[]> ranges = new LinkedHashMap<>();

	private OutOfDistribution() {
	}

	/** @param images the statistics of each; all have the same ones */
	public static OutOfDistribution of(final List<ImageStatistics> images) {
		final OutOfDistribution f = new OutOfDistribution();
		if (images.size() >= MINIMUM) for (final String statistic : images.get(0).values().keySet())
			f.ranges.put(statistic,
				range(images.stream().mapToDouble(i -> i.values().get(statistic)).toArray()));
		return f;
	}

	private static double[] range(final double[] values) {
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
		return new double[]{ Math.min(Math.min(low - margin, mean - three), mean - least),
			Math.max(Math.max(high + margin, mean + three), mean + least) };
	}

	/** Adds text that {@link #read} understands. */
	public void write(final Map<String, String> manifest) {
		ranges.forEach(
			(statistic, range) -> manifest.put(PREFIX + statistic, range[0] + " " + range[1]));
	}

	/** @throws McdUnetException if a range is none */
	public static OutOfDistribution read(final Map<String, String> manifest) {
		final OutOfDistribution f = new OutOfDistribution();
		manifest.forEach((key, text) -> {
			if (key.startsWith(PREFIX)) f.ranges.put(key.substring(PREFIX.length()), parse(text));
		});
		return f;
	}

	private static double[] parse(final String text) {
		try {
			final String[] ends = text.split(" ", 2);
			final double low = Double.parseDouble(ends[0]),
				high = Double.parseDouble(ends[ends.length - 1]);
			if (low <= high) return new double[]{ low, high };
		}
		catch (final NumberFormatException e) {
			throw damaged(text, e);
		}
		throw damaged(text, null);
	}

	private static McdUnetException damaged(final String text, final Throwable cause) {
		return new McdUnetException("The model's ranges of the training images are damaged ('"
			+ text
			+ "' where two numbers should be). Get the model file again from where it came from.",
			cause);
	}

	/** Whether there were enough images to tell. */
	public boolean isKnown() {
		return !ranges.isEmpty();
	}

	/** What is unusual about an image; empty if nothing is, or if it cannot be told. */
	public List<Difference> differences(final ImageStatistics image) {
		final List<Difference> differences = new ArrayList<>();
		image.values().forEach((statistic, value) -> {
			final double[] range = ranges.get(statistic);
			if (range != null && (value < range[0] || value > range[1]))
				differences.add(new Difference(statistic, value, range[0], range[1]));
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
