package io.github.mcdunet.dataset;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A row of images of the same number of channels, read one at a time: a stack, or a folder. Images
 * may differ in size.
 */
public interface ImageSeries {

	/** Number of images, &gt;= 0. */
	int size();

	/** Number of channels of every image, &gt;= 1. */
	int channels();

	/** A name that tells image i from the others, such as a slice label; never empty. */
	String name(int i);

	/**
	 * Image i as [X, Y, C], raw intensities (not normalised), origin at 0. May be read from disk on
	 * each call.
	 */
	RandomAccessibleInterval<FloatType> image(int i);

	/**
	 * Whether an image is read from disk when it is asked for: then it is looked at when its turn
	 * comes, and not beforehand.
	 */
	default boolean isOnDisk() {
		return false;
	}
}
