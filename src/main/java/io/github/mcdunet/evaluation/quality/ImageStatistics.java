package io.github.mcdunet.evaluation.quality;

import io.github.mcdunet.dataset.Summary;
import io.github.mcdunet.dataset.IntensityScale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How an image looks to a network, in a few numbers per channel, after normalisation: its dark,
 * middle and bright intensities (5, 50 and 95 percent), its contrast (standard deviation), and its
 * fineness (mean absolute Laplacian in units of the contrast: noise raises it, blur and a larger
 * scale lower it). Of large images at most about a million pixels are looked at, on a regular grid.
 */
public final class ImageStatistics {

	private static final int MOST = 1 << 20;

	private final Map<String, Double> values;

	private ImageStatistics(final Map<String, Double> values) {
		this.values = values;
	}

	/**
	 * @param image [X, Y, C], raw intensities, origin at 0, at least 3 x 3 pixels
	 * @param scale of the model's normalisation for this image
	 * @param channels their names
	 */
	public static ImageStatistics of(final RandomAccessibleInterval<FloatType> image,
		final IntensityScale scale, final List<String> channels) {
		final Map<String, Double> values = new LinkedHashMap<>();
		for (int c = 0; c < channels.size(); c++)
			channel(image, scale, c, channels.get(c), values);
		return new ImageStatistics(values);
	}

	private static void channel(final RandomAccessibleInterval<FloatType> image,
		final IntensityScale scale, final int c, final String name,
		final Map<String, Double> values) {
		final long width = image.dimension(0), height = image.dimension(1);
		final long step = Math.max(1, (long) Math.ceil(Math.sqrt((double) width * height / MOST)));
		final RandomAccess<FloatType> access = image.randomAccess();
		final List<Double> list = new ArrayList<>();
		double laplacian = 0;
		for (long y = 1; y < height - 1; y += step)
			for (long x = 1; x < width - 1; x += step) {
				final double v = get(access, x, y, c);
				list.add(v);
				laplacian += Math.abs(4 * v - get(access, x - 1, y, c) - get(access, x + 1, y, c)
					- get(access, x, y - 1, c) - get(access, x, y + 1, c));
			}
		final double[] sorted = list.stream().mapToDouble(v -> v).sorted().toArray();
		final double mean = Arrays.stream(sorted).average().orElse(0);
		final double deviation = Math
			.sqrt(Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).average().orElse(0));
		values.put("the dark intensity of " + name, scale.apply(c, Summary.nearest(sorted, 0.05)));
		values.put("the middle intensity of " + name, scale.apply(c, Summary.nearest(sorted, 0.5)));
		values.put("the bright intensity of " + name,
			scale.apply(c, Summary.nearest(sorted, 0.95)));
		values.put("the contrast of " + name,
			scale.apply(c, mean + deviation) - scale.apply(c, mean));
		values.put("the fineness of " + name,
			deviation > 0 ? laplacian / sorted.length / deviation : 0);
	}

	private static double get(final RandomAccess<FloatType> access, final long x, final long y,
		final int c) {
		return access.setPositionAndGet(x, y, c).get();
	}

	/** By what they are, in words such as "the contrast of brightfield"; in order. */
	public Map<String, Double> values() {
		return values;
	}

	/** These statistics and one more. */
	public ImageStatistics with(final String name, final double value) {
		final Map<String, Double> more = new LinkedHashMap<>(values);
		more.put(name, value);
		return new ImageStatistics(more);
	}
}
