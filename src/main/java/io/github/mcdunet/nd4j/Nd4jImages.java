package io.github.mcdunet.nd4j;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.ImageSeries;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ImgLib2 images as ND4J arrays and back. ImgLib2's [X, Y, C, N] and ND4J's [N, C, H, W] in 'c'
 * order have their values in the same flat order, so that a copy is one pass, and a view costs
 * nothing. Values are 32-bit floats and are taken as they are, not normalised.
 * <p>
 * Memory: a copy belongs to who gets it. A view and what it is a view of share one memory: what one
 * side writes, the other reads, and it lives as long as either is reachable. {@link INDArray#close}
 * frees an array's memory at once, whoever still looks at it: never close an array with a view that
 * is still used. An array needs no closing; it is freed like any object that nobody reaches.
 */
public final class Nd4jImages {

	private Nd4jImages() {
	}

	/**
	 * Copies an image of any real type.
	 *
	 * @param image [X, Y], [X, Y, C] or [X, Y, C, N]; any origin
	 * @return [N, C, H, W], N and C being 1 where the image does not have that dimension; 'c'
	 * order, in no workspace
	 * @throws McdUnetException if the image has other dimensions or more than 2^31 - 1 values, or
	 * ND4J is missing
	 */
	public static INDArray copy(final RandomAccessibleInterval<? extends RealType<?>> image) {
		final int n = image.numDimensions();
		if (n < 2 || n > 4)
			throw new McdUnetException("An image with " + n
				+ " dimensions cannot become an array [N, C, H, W]; it must be [X, Y], [X, Y, C] or [X, Y, C, N].");
		final INDArray array = empty(n > 3 ? image.dimension(3) : 1, n > 2 ? image.dimension(2) : 1,
			image.dimension(1), image.dimension(0));
		copy(image, view(array).cursor());
		return array;
	}

	/**
	 * Copies images of one size, one after another.
	 *
	 * @param images at least one, each [X, Y] or [X, Y, C], all of the same size
	 * @return [N, C, H, W], 'c' order, in no workspace
	 * @throws McdUnetException if there is no image, or they differ in size, or ND4J is missing
	 */
	public static INDArray copy(
		final List<? extends RandomAccessibleInterval<? extends RealType<?>>> images) {
		if (images.isEmpty()) throw new McdUnetException("There is no image to make an array of.");
		final long[] size = size(images.get(0));
		final INDArray array = empty(images.size(), size[2], size[1], size[0]);
		final Cursor<FloatType> values = view(array).cursor();
		for (int i = 0; i < images.size(); i++) {
			if (!Arrays.equals(size(images.get(i)), size))
				throw new McdUnetException("Image " + (i + 1) + " is " + text(size(images.get(i)))
					+ ", but the first is " + text(size)
					+ " (width x height x channels). Images of one array must have one size.");
			copy(images.get(i), values);
		}
		return array;
	}

	/** As {@link #copy(List)}, of all images of a series. */
	public static INDArray copy(final ImageSeries images) {
		return copy(IntStream.range(0, images.size()).mapToObj(images::image).toList());
	}

	private static long[] size(final RandomAccessibleInterval<?> image) {
		if (image.numDimensions() != 2 && image.numDimensions() != 3)
			throw new McdUnetException("An image with " + image.numDimensions()
				+ " dimensions cannot be one of several in an array; it must be [X, Y] or [X, Y, C].");
		return new long[]{ image.dimension(0), image.dimension(1),
			image.numDimensions() > 2 ? image.dimension(2) : 1 };
	}

	private static String text(final long[] size) {
		return size[0] + " x " + size[1] + " x " + size[2];
	}

	private static void copy(final RandomAccessibleInterval<? extends RealType<?>> image,
		final Cursor<FloatType> values) {
		for (final RealType<?> value : Views.flatIterable(image))
			values.next().set(value.getRealFloat());
	}

	/** NB: in no workspace, whose memory is used anew after each of DL4J's training steps. */
	private static INDArray empty(final long n, final long c, final long h, final long w) {
		Nd4jLibrary.version();
		checkLength((double) n * c * h * w);
		try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
			return Nd4j.createUninitialized(DataType.FLOAT, n, c, h, w);
		}
	}

	/**
	 * An array as an image on the same memory, without a copy.
	 *
	 * @param array floats in 'c' order without gaps: a whole array, or a part of one that lies in
	 * one piece, such as an image of a batch
	 * @return its dimensions in reverse: [X, Y, C, N] of [N, C, H, W]; it holds the array
	 * @throws McdUnetException if the array is of another type or order, or has more than 2^31 - 1
	 * values
	 */
	public static ArrayImg<FloatType, FloatBufferAccess> view(final INDArray array) {
		if (array.dataType() != DataType.FLOAT || array.rank() == 0 || !isRowMajor(array))
			throw new McdUnetException("This array (" + array.dataType() + ", order "
				+ array.ordering()
				+ ") cannot be seen as an image without a copy. Use array.castTo(DataType.FLOAT).dup('c').");
		checkLength(array.length());
		final long[] shape = array.shape(), dimensions = new long[shape.length];
		for (int d = 0; d < shape.length; d++)
			dimensions[d] = shape[shape.length - 1 - d];
		return ArrayImgs.floats(new ArrayAccess(array), dimensions);
	}

	/** Dimensions of 1 may have any stride. */
	private static boolean isRowMajor(final INDArray array) {
		long step = 1;
		for (int d = array.rank() - 1; d >= 0; d--) {
			if (array.size(d) != 1 && array.stride(d) != step) return false;
			step *= array.size(d);
		}
		return true;
	}

	private static void checkLength(final double values) {
		if (values > Integer.MAX_VALUE)
			throw new McdUnetException(
				"An array that is also an image can have 2^31 - 1 values at most. Take fewer or smaller images at a time.");
	}

	/** The array's memory, and the array, so that it is not freed while the image is in use. */
	private static final class ArrayAccess extends FloatBufferAccess {

		private final INDArray owner;

		ArrayAccess(final INDArray owner) {
			// NB: the address of the first value, which in a part of an array is not the memory's first
			super(
				new FloatPointer(owner.data().addressPointer()).capacity(owner.length()).asBuffer(),
				true);
			this.owner = owner;
		}

		INDArray owner() {
			return owner;
		}

		/** What cursors read, which must hold the array, too. */
		@Override
		public FloatBufferAccess createView(final Object reader) {
			return this;
		}
	}

	/**
	 * An image as an array on the same memory, without a copy. That needs an image outside of
	 * Java's heap: a {@link #view} of an array, of which this is the reverse, or one on a direct
	 * buffer. Of any other, use {@link #copy}.
	 *
	 * @param image [X, Y, C, N], or fewer dimensions
	 * @return [N, C, H, W], or as few dimensions; it holds the image's memory. Of a view the very
	 * array.
	 * @throws McdUnetException if the image's buffer is on Java's heap, or of another byte order
	 * than the processor's, or ND4J is missing
	 */
	public static INDArray array(final ArrayImg<FloatType, FloatBufferAccess> image) {
		final FloatBufferAccess access = image.update(null);
		if (access instanceof ArrayAccess view) return view.owner();
		Nd4jLibrary.version();
		final java.nio.FloatBuffer values = access.getCurrentStorageArray();
		if (!values.isDirect() || values.order() != java.nio.ByteOrder.nativeOrder())
			throw new McdUnetException(
				"This image lies in Java's own memory, which ND4J cannot use. Copy it with Nd4jImages.copy(image).");
		final long[] shape = new long[image.numDimensions()];
		for (int d = 0; d < shape.length; d++)
			shape[d] = image.dimension(shape.length - 1 - d);
		return Nd4j.create(
			Nd4j.createBuffer(new FloatPointer(values), image.size(), DataType.FLOAT), shape);
	}
}
