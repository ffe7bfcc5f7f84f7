package io.github.mcdunet.inference;

import io.github.mcdunet.dataset.IntensityScale;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Cuts normalised tiles out of an image that may lie on disk. Positions count from the image's
 * first pixel; beyond the image is its mirror image, as in {@link io.github.mcdunet.dataset.Padding
 * Padding}.
 */
final class TileReader {

	private final RandomAccessibleInterval<FloatType> image;
	private final IntensityScale scale;

	/** @param image [X, Y, C], raw intensities, origin at 0 */
	TileReader(final RandomAccessibleInterval<FloatType> image, final IntensityScale scale) {
		this.image = image;
		this.scale = scale;
	}

	/** @return a new array [C, height, width] */
	float[] read(final long x, final long y, final int width, final int height) {
		final float[] tile = new float[scale.channels() * height * width];
		final Cursor<FloatType> cursor = Views
			.flatIterable(Views.interval(Views.extendMirrorSingle(image),
				Intervals.createMinSize(x, y, 0, width, height, scale.channels())))
			.cursor();
		for (int i = 0; i < tile.length; i++)
			tile[i] = cursor.next().get();
		scale.apply(tile);
		return tile;
	}
}
