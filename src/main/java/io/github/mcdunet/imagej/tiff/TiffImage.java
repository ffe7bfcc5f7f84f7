package io.github.mcdunet.imagej.tiff;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an ImageJ image of a TIFF file's pages. For one file. */
final class TiffImage {

	private static final int FULL = 255, BYTE = 8;

	private final TiffFile file;
	private final TiffPage first;
	private final boolean mask;
	private final int width;
	private final int height;

	/** @param mask whether numbers are kept that palettes show in colours */
	TiffImage(final TiffFile file, final boolean mask) {
		this.file = file;
		this.mask = mask;
		first = file.first();
		width = first.width();
		height = first.height();
	}

	ImagePlus read(final TiffSource source) throws IOException {
		final int n = file.pages();
		final int[] order = file.ome().flatMap(ome -> ome.pages(n)).orElse(null);
		List<ImageProcessor> planes = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			final TiffPage page = file.page(order == null ? i : order[i]);
			planes.addAll(planes(page, PagePixels.read(source, page)));
		}
		if (isPalette() && !mask) planes = shown(planes);
		final ImageStack stack = new ImageStack(width, height);
		planes.forEach(stack::addSlice);
		return finish(new ImagePlus(file.file().getFileName().toString(), stack));
	}

	private boolean isPalette() {
		return first.photometric() == TiffPage.PALETTE;
	}

	private List<ImageProcessor> planes(final TiffPage page, final Object[] samples) {
		final List<ImageProcessor> planes = new ArrayList<>();
		final Optional<Integer> alpha = first.alpha();
		for (final int s : file.colors())
			planes.add(plane(samples[s]));
		if (page.photometric() == TiffPage.WHITE_IS_ZERO)
			planes.forEach(plane -> whiteIsZero(plane, page));
		final List<ImageProcessor> visible = mask && alpha.isPresent()
			? Transparency.onBlack(planes, plane(samples[alpha.get()]), opaque(),
				first.isPremultiplied() && !isPalette())
			: planes;
		return file.isRgb() && visible.size() == 3 ? List.of(joined(visible)) : visible;
	}

	private ImageProcessor plane(final Object pixels) {
		if (pixels instanceof byte[] bytes) {
			if (first.bits() == 1 && !isPalette()) for (int p = 0; p < bytes.length; p++)
				bytes[p] *= FULL;
			return new ByteProcessor(width, height, bytes);
		}
		return pixels instanceof short[] shorts ? new ShortProcessor(width, height, shorts, null)
			: new FloatProcessor(width, height, (float[]) pixels);
	}

	/** NB: masks keep their numbers, as ImageJ reads them, and are shown the other way round. */
	private void whiteIsZero(final ImageProcessor plane, final TiffPage page) {
		if (mask) {
			plane.invertLut();
			return;
		}
		if (page.format() != TiffPage.UNSIGNED) return;
		final double white = page.bits() == 1 ? FULL : Math.pow(2, page.bits()) - 1;
		for (int p = 0; p < plane.getPixelCount(); p++)
			plane.setf(p, (float) (white - plane.getf(p)));
	}

	/** The value of full opacity. */
	private double opaque() {
		return first.format() == TiffPage.FLOAT ? 1
			: first.bits() == 1 ? FULL : Math.pow(2, first.bits()) - 1;
	}

	private ColorProcessor joined(final List<ImageProcessor> planes) {
		final ColorProcessor joined = new ColorProcessor(width, height);
		joined.setRGB((byte[]) planes.get(0).getPixels(), (byte[]) planes.get(1).getPixels(),
			(byte[]) planes.get(2).getPixels());
		return joined;
	}

	/** What a palette shows: grey values if all are grey, else colours. */
	private List<ImageProcessor> shown(final List<ImageProcessor> indexes) {
		final int[] palette = palette();
		boolean gray = true;
		for (final ImageProcessor plane : indexes)
			for (int p = 0; gray && p < plane.getPixelCount(); p++) {
				final int c = palette[plane.get(p)];
				gray = (c >> 16 & FULL) == (c & FULL) && (c >> BYTE & FULL) == (c & FULL);
			}
		final List<ImageProcessor> shown = new ArrayList<>();
		for (final ImageProcessor plane : indexes) {
			final ImageProcessor colors = gray ? new ByteProcessor(width, height)
				: new ColorProcessor(width, height);
			for (int p = 0; p < plane.getPixelCount(); p++)
				colors.set(p, gray ? palette[plane.get(p)] & FULL : palette[plane.get(p)]);
			shown.add(colors);
		}
		return shown;
	}

	/** Colours of 8 bits. NB: some writers give 8 bits where there should be 16. */
	private int[] palette() {
		final long[] colors = first.colors();
		final int n = 1 << first.bits();
		boolean deep = false;
		for (final long c : colors)
			deep |= c > FULL;
		final int[] palette = new int[n];
		for (int i = 0; i < n; i++)
			for (int c = 0; c < 3; c++)
				palette[i] = palette[i] << BYTE
					| (int) (deep ? colors[c * n + i] >> BYTE : colors[c * n + i]);
		return palette;
	}

	private ImagePlus finish(final ImagePlus image) {
		final int size = image.getStackSize(), pages = file.pages();
		final int channels = Math.max(1, size / pages
			* file.ome().filter(o -> pages > 1).map(OmeDimensions::channels).orElse(1));
		final int slices = file.ome().filter(o -> pages > 1).map(OmeDimensions::slices)
			.orElse(pages);
		image.setDimensions(channels, slices, size / channels / slices);
		if (isPalette() && mask && first.bits() <= BYTE) setTable(image);
		calibrate(image);
		if (channels == 1) return image;
		image.setOpenAsHyperStack(true);
		final CompositeImage composite = new CompositeImage(image, CompositeImage.GRAYSCALE);
		composite.resetDisplayRanges();
		return composite;
	}

	private void setTable(final ImagePlus image) {
		final int[] palette = palette();
		final byte[][] table = new byte[3][FULL + 1];
		for (int i = 0; i < palette.length; i++)
			for (int c = 0; c < 3; c++)
				table[c][i] = (byte) (palette[i] >> 16 - c * BYTE);
		image.setLut(new LUT(table[0], table[1], table[2]));
	}

	/** As ImageJ does; "72 dpi" is what programs write that know nothing. */
	private void calibrate(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		final double x = first.resolution(false), y = first.resolution(true);
		final double[] ome = file.ome().map(OmeDimensions::pixelSize).orElse(new double[3]);
		if (ome[0] > 0) {
			calibration.pixelWidth = ome[0];
			calibration.pixelHeight = ome[1] > 0 ? ome[1] : ome[0];
			calibration.pixelDepth = ome[2] > 0 ? ome[2] : 1;
			calibration.setUnit(file.ome().get().unit());
		}
		else if (x > 0 && y > 0 && !first.unit().isEmpty() && x != 72) {
			calibration.pixelWidth = 1 / x;
			calibration.pixelHeight = 1 / y;
			calibration.setUnit(first.unit());
		}
		if (first.format() == TiffPage.SIGNED && PagePixels.depth(first) == 16)
			calibration.setSigned16BitCalibration();
	}
}
