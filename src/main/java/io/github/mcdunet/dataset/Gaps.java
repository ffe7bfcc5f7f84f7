package io.github.mcdunet.dataset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The pixels of an image that are not numbers (NaN) in some channel, such as the border of a turned
 * or registered image. Immutable.
 */
public final class Gaps {

	private final BitSet pixels;
	private final int width;
	private final int height;

	private Gaps(final BitSet pixels, final int width, final int height) {
		this.pixels = pixels;
		this.width = width;
		this.height = height;
	}

	/**
	 * @param image [X, Y, C]
	 * @return empty if all pixels are numbers, or none is
	 */
	public static Optional<Gaps> of(final RandomAccessibleInterval<FloatType> image) {
		final BitSet pixels = new BitSet();
		final int area = (int) (image.dimension(0) * image.dimension(1));
		for (long c = image.min(2); c <= image.max(2); c++) {
			final Cursor<FloatType> cursor = plane(image, c);
			for (int p = 0; cursor.hasNext(); p++)
				if (Float.isNaN(cursor.next().get())) pixels.set(p);
		}
		final int n = pixels.cardinality();
		return n == 0 || n == area ? Optional.empty()
			: Optional.of(new Gaps(pixels, (int) image.dimension(0), (int) image.dimension(1)));
	}

	private static Cursor<FloatType> plane(final RandomAccessibleInterval<FloatType> image,
		final long channel) {
		return Views.flatIterable(Views.hyperSlice(image, 2, channel)).cursor();
	}

	/** Number of such pixels. */
	public int count() {
		return pixels.cardinality();
	}

	/** Calls with the index of each, y * width + x. */
	public void forEach(final IntConsumer action) {
		pixels.stream().forEach(action);
	}

	/**
	 * A copy of the image whose gaps have the median of the others, channel by channel: the network
	 * sees neither an edge nor an object there.
	 */
	public RandomAccessibleInterval<FloatType> filled(
		final RandomAccessibleInterval<FloatType> image) {
		final int channels = (int) image.dimension(2), area = width * height;
		final float[] filled = new float[Math.multiplyExact(area, channels)];
		for (int c = 0; c < channels; c++) {
			final Img<FloatType> numbers = numbers(image, image.min(2) + c);
			final float median = new OrderStatistics(numbers::cursor).select(numbers.size() / 2)[0];
			final Cursor<FloatType> cursor = plane(image, image.min(2) + c);
			for (int p = 0; p < area; p++) {
				final float value = cursor.next().get();
				filled[c * area + p] = pixels.get(p) ? median : value;
			}
		}
		return ArrayImgs.floats(filled, width, height, channels);
	}

	/** How a normalisation scales the image by the pixels that are numbers. */
	public IntensityScale scale(final Normalization normalization,
		final RandomAccessibleInterval<FloatType> image) {
		final List<IntensityScale> scales = new ArrayList<>();
		for (long c = image.min(2); c <= image.max(2); c++)
			scales.add(normalization.scale(numbers(image, c)));
		return scales.stream().reduce(IntensityScale::followedBy).get();
	}

	/** One channel's pixels that are no gaps, in a row. */
	private Img<FloatType> numbers(final RandomAccessibleInterval<FloatType> image,
		final long channel) {
		final float[] numbers = new float[width * height - count()];
		final Cursor<FloatType> cursor = plane(image, channel);
		int n = 0;
		for (int p = 0; p < width * height; p++) {
			final float value = cursor.next().get();
			if (!pixels.get(p)) numbers[n++] = value;
		}
		return ArrayImgs.floats(numbers, numbers.length, 1, 1);
	}

	/** "120 of its pixels (3 %) are not numbers". */
	@Override
	public String toString() {
		final double percent = 100.0 * count() / width / height;
		return count() + " of its pixels (" + (percent < 1 ? "less than 1" : Math.round(percent))
			+ " %) are not numbers";
	}
}
