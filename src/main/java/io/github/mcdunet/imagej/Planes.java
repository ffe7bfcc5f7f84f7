package io.github.mcdunet.imagej;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converter;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Views of ImageJ's planes as float images; pixels are converted when they are read, not copied.
 */
public final class Planes {

	private Planes() {
	}

	/**
	 * Image i as [X, Y, C], raw intensities. A virtual stack's planes are read now, and only this
	 * image's.
	 */
	public static RandomAccessibleInterval<FloatType> of(final ImagePlus image, final int i) {
		final float offset = image.getCalibration().isSigned16Bit() ? ImageStacks.SIGNED_OFFSET : 0;
		final List<RandomAccessibleInterval<FloatType>> planes = new ArrayList<>();
		for (int c = 0; c < image.getNChannels(); c++) {
			final ImageProcessor plane = ImageStacks.plane(image, i, c);
			if (plane instanceof ColorProcessor) for (int k = 0; k < 3; k++)
				planes.add(color((ColorProcessor) plane, 16 - 8 * k));
			else
				planes.add(gray(plane, offset));
		}
		return Views.stack(planes);
	}

	private static RandomAccessibleInterval<FloatType> color(final ColorProcessor plane,
		final int shift) {
		return Converters.convertRAI(
			ArrayImgs.unsignedInts((int[]) plane.getPixels(), plane.getWidth(), plane.getHeight()),
			(in, out) -> out.set(in.getInt() >> shift & 0xff), new FloatType());
	}

	private static RandomAccessibleInterval<FloatType> gray(final ImageProcessor plane,
		final float offset) {
		final int w = plane.getWidth(), h = plane.getHeight();
		if (plane instanceof FloatProcessor)
			return ArrayImgs.floats((float[]) plane.getPixels(), w, h);
		return plane instanceof ByteProcessor
			? floats(ArrayImgs.unsignedBytes((byte[]) plane.getPixels(), w, h), 0)
			: floats(ArrayImgs.unsignedShorts((short[]) plane.getPixels(), w, h), offset);
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<FloatType> floats(
		final RandomAccessibleInterval<T> plane, final float offset) {
		final Converter<T, FloatType> converter = (in, out) -> out.set(in.getRealFloat() - offset);
		return Converters.convertRAI(plane, converter, new FloatType());
	}
}
