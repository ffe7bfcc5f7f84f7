package io.github.mcdunet.imagej.file;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import io.github.mcdunet.imagej.tiff.Transparency;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The values that an image shows: of a palette its colours, or grey values if all of them are grey;
 * of grey with transparency the grey values, of 8 or 16 bits as they are stored.
 */
final class ShownPixels {

	private static final int FULL = 255, DEEP_FULL = 65535, COLOUR = 0xffffff;

	private ShownPixels() {
	}

	/** Without its transparency. */
	static ImagePlus of(final String title, final BufferedImage image) {
		return joined(title, planes(image));
	}

	/** On black, where it is transparent. */
	static ImagePlus onBlack(final String title, final BufferedImage image) {
		final List<ImageProcessor> planes = planes(image);
		final boolean deep = planes.get(0) instanceof ShortProcessor;
		if (!(planes.get(0) instanceof ColorProcessor color))
			return joined(title,
				Transparency.onBlack(planes, opacity(image, deep), deep ? DEEP_FULL : FULL, false));
		final List<ImageProcessor> colors = IntStream.rangeClosed(1, 3)
			.<ImageProcessor>mapToObj(c -> color.getChannel(c, null)).toList();
		return joined(title, Transparency.onBlack(colors, opacity(image, false), FULL, false));
	}

	/** One grey or RGB plane; three of 16-bit colours. */
	private static List<ImageProcessor> planes(final BufferedImage image) {
		final int width = image.getWidth(), height = image.getHeight();
		final Raster raster = image.getRaster();
		final int bands = raster.getNumBands() - (image.getColorModel().hasAlpha() ? 1 : 0);
		final int type = raster.getDataBuffer().getDataType();
		final boolean deep = type == DataBuffer.TYPE_USHORT, bytes = type == DataBuffer.TYPE_BYTE;
		if (image.getColorModel() instanceof IndexColorModel || !deep && !bytes
			|| bands != 1 && bands != 3)
			return List.of(shown(width, height, image.getRGB(0, 0, width, height, null, 0, width)));
		final List<ImageProcessor> planes = new ArrayList<>();
		for (int c = 0; c < bands; c++)
			planes.add(band(raster, c, deep));
		return bands == 3 && bytes ? List.of(color(planes)) : planes;
	}

	/** NB: not through colours, as Java takes grey values for another brightness. */
	private static ImageProcessor band(final Raster raster, final int band, final boolean deep) {
		final int width = raster.getWidth(), height = raster.getHeight();
		final ImageProcessor plane = deep ? new ShortProcessor(width, height)
			: new ByteProcessor(width, height);
		final int[] row = new int[width];
		for (int y = 0; y < height; y++) {
			raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
			for (int x = 0; x < width; x++)
				plane.set(x, y, row[x]);
		}
		return plane;
	}

	private static ImageProcessor opacity(final BufferedImage image, final boolean deep) {
		if (!(image.getColorModel() instanceof IndexColorModel))
			return band(image.getRaster(), image.getRaster().getNumBands() - 1, deep);
		final ByteProcessor opacity = new ByteProcessor(image.getWidth(), image.getHeight());
		for (int p = 0; p < opacity.getPixelCount(); p++)
			opacity.set(p, image.getRGB(p % image.getWidth(), p / image.getWidth()) >>> 24);
		return opacity;
	}

	private static ImageProcessor shown(final int width, final int height, final int[] colors) {
		boolean gray = true;
		for (int p = 0; gray && p < colors.length; p++)
			gray = (colors[p] & COLOUR) == 0x010101 * (colors[p] & FULL);
		final ImageProcessor shown = gray ? new ByteProcessor(width, height)
			: new ColorProcessor(width, height);
		for (int p = 0; p < colors.length; p++)
			shown.set(p, gray ? colors[p] & FULL : colors[p] & COLOUR);
		return shown;
	}

	private static ColorProcessor color(final List<ImageProcessor> planes) {
		final ImageProcessor r = planes.get(0);
		final ColorProcessor color = new ColorProcessor(r.getWidth(), r.getHeight());
		color.setRGB((byte[]) r.getPixels(), (byte[]) planes.get(1).getPixels(),
			(byte[]) planes.get(2).getPixels());
		return color;
	}

	private static ImagePlus joined(final String title, final List<ImageProcessor> planes) {
		final ImageProcessor first = planes.get(0);
		if (planes.size() == 1) return new ImagePlus(title, first);
		if (first instanceof ByteProcessor) return new ImagePlus(title, color(planes));
		final ImageStack stack = new ImageStack(first.getWidth(), first.getHeight());
		planes.forEach(stack::addSlice);
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(planes.size(), 1, 1);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	/**
	 * What an 8-bit image shows, if it has a palette.
	 *
	 * @return empty if its values are those that it shows
	 */
	static Optional<ImagePlus> ofPalette(final ImagePlus image) {
		if (image.getBitDepth() != 8) return Optional.empty();
		final ImageStack planes = image.getStack();
		final List<ImageProcessor> shown = new ArrayList<>();
		boolean same = true, gray = true;
		for (int i = 1; i <= planes.getSize(); i++) {
			final ImageProcessor plane = planes.getProcessor(i);
			final int[] colors = new int[plane.getPixelCount()];
			final int[] table = new int[FULL + 1];
			for (int v = 0; v <= FULL; v++)
				table[v] = plane.getColorModel().getRGB(v) & COLOUR;
			for (int p = 0; p < colors.length; p++) {
				colors[p] = table[plane.get(p)];
				same &= colors[p] == 0x010101 * plane.get(p);
			}
			shown.add(shown(plane.getWidth(), plane.getHeight(), colors));
			gray &= shown.get(i - 1) instanceof ByteProcessor;
		}
		if (same) return Optional.empty();
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		for (int i = 0; i < shown.size(); i++)
			stack.addSlice(planes.getSliceLabel(i + 1),
				gray ? shown.get(i) : shown.get(i).convertToRGB());
		final ImagePlus result = new ImagePlus(image.getTitle(), stack);
		final int[] size = image.getDimensions();
		result.setDimensions(size[2], size[3], size[4]);
		result.setCalibration(image.getCalibration());
		return Optional.of(result);
	}
}
