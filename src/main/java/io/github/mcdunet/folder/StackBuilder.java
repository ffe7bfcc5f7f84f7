package io.github.mcdunet.folder;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.MaskMeaning;
import io.github.mcdunet.dataset.Resampling;
import io.github.mcdunet.imagej.GrayRgb;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.LabelLook;
import io.github.mcdunet.imagej.LabelStacks;
import io.github.mcdunet.imagej.LookUpTables;
import io.github.mcdunet.imagej.MaskReader;
import io.github.mcdunet.imagej.Truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Gathers images of one size into an image stack and a mask stack. The bit depth is the deepest of
 * the files'.
 */
final class StackBuilder {

	private static final int BYTE = 255, SHORT = 65_535;

	/** What the channels of an image are; grey and RGB images may come together. */
	private enum Kind {
		GRAY,
		GRAY_RGB,
		COLOR,
		CHANNELS
	}

	private final List<String> channelNames;
	private final boolean resize;
	private final Truth.Kind kind;
	private int width;
	private int height;
	private int channels;
	private int depth = 8;
	private final List<String> names = new ArrayList<>();
	private final List<float[]> pixels = new ArrayList<>();
	private final List<Kind> kinds = new ArrayList<>();
	private final List<ImagePlus> maskFiles = new ArrayList<>();
	private final List<Labels> masks = new ArrayList<>();

	/**
	 * @param width size to scale to; 0 x 0 takes the first image's
	 * @param height size to scale to; 0 x 0 takes the first image's
	 * @param kind what the mask files show
	 */
	StackBuilder(final List<String> channelNames, final int width, final int height,
		final Truth.Kind kind) {
		this.kind = kind;
		this.channelNames = channelNames;
		this.width = width;
		this.height = height;
		resize = width > 0 && height > 0;
	}

	int size() {
		return names.size();
	}

	/**
	 * @param files one image per channel, or one with all channels
	 * @param mask may be null
	 * @return why the image does not fit; empty if it was added
	 */
	Optional<String> add(final String name, final List<ImagePlus> files, final ImagePlus mask) {
		final int w = files.get(0).getWidth(), h = files.get(0).getHeight();
		int c = 0;
		for (final ImagePlus f : files) {
			if (f.getWidth() != w || f.getHeight() != h)
				return Optional.of("its channels differ in size.");
			c += ImageStacks.isRgb(f) && files.size() == 1 ? 3
				: ImageStacks.isRgb(f) ? 1 : f.getNChannels();
		}
		if (mask != null && (mask.getWidth() != w || mask.getHeight() != h))
			return Optional.of("its mask is " + mask.getWidth() + " x " + mask.getHeight()
				+ " pixels, but the image is " + w + " x " + h + ".");
		if (names.isEmpty() && !resize) {
			width = w;
			height = h;
		}
		if (names.isEmpty()) channels = c;
		final Kind kind = c == 1 ? Kind.GRAY : files.size() > 1 || !ImageStacks.isRgb(files.get(0))
			? Kind.CHANNELS : GrayRgb.isGray(files.get(0)) ? Kind.GRAY_RGB : Kind.COLOR;
		if (c != channels && (kind == Kind.CHANNELS || kinds.contains(Kind.CHANNELS)))
			return Optional
				.of("it has " + c + " channels, but the first image has " + channels + ".");
		if (!resize && (w != width || h != height))
			return Optional.of("it is " + w + " x " + h + " pixels, but the first image is " + width
				+ " x " + height + ". Set a size to scale all to.");
		names.add(name);
		kinds.add(kind);
		final float[] joined = join(files, w * h, c);
		pixels.add(Resampling.bilinear(joined, c, h, w, height, width));
		if (mask != null) maskFiles.add(mask);
		for (final ImagePlus f : files)
			depth = Math.max(depth, ImageStacks.isRgb(f) ? 8 : f.getBitDepth());
		if (depth < 32 && !fits(joined, depth)) depth = 32;
		return Optional.empty();
	}

	/** Not so where the files are signed, or calibrated to other than whole numbers. */
	private static boolean fits(final float[] values, final int bits) {
		for (final float v : values)
			if (v < 0 || v >= 1 << bits || v != (int) v) return false;
		return true;
	}

	/**
	 * Reads the masks, as soon as all are known: what their values mean is decided for all of them.
	 *
	 * @return what was understood, and images that were left out, in sentences
	 * @throws io.github.mcdunet.McdUnetException if they cannot be meant as masks
	 */
	List<String> readMasks() {
		final List<String> report = new ArrayList<>();
		if (maskFiles.isEmpty()) return report;
		if (kind != Truth.Kind.MASKS) return readNumbers(report);
		MaskMeaning meaning = look().meaning();
		for (int i = names.size() - 1; i >= 0; i--) {
			final Optional<String> problem = meaning.problem(i);
			if (problem.isEmpty()) continue;
			report.add(0, "'" + names.get(i) + "' was left out: its mask " + problem.get());
			remove(i);
		}
		if (!report.isEmpty()) meaning = look().meaning();
		if (names.isEmpty())
			throw new McdUnetException("No mask could be read.\n" + String.join("\n", report));
		meaning.check();
		for (final ImagePlus file : maskFiles) {
			final Labels mask = MaskReader.first(file, meaning);
			if (masks.isEmpty()) report.addAll(MaskReader.sentences(meaning, mask));
			masks.add(Resampling.labels(mask, height, width));
		}
		maskFiles.clear();
		return report;
	}

	/**
	 * Gives grey and RGB images the same channels, as soon as all are known: one, or three where
	 * one of them has colours.
	 *
	 * @return what was done, in sentences
	 */
	List<String> joinGrayAndRgb() {
		final boolean colored = kinds.contains(Kind.COLOR);
		final boolean mixed = kinds.contains(Kind.GRAY)
			&& (colored || kinds.contains(Kind.GRAY_RGB));
		if (!mixed) {
			channels = kinds.contains(Kind.CHANNELS) ? channels
				: colored || kinds.contains(Kind.GRAY_RGB) ? 3 : 1;
			return List.of();
		}
		int changed = 0;
		final int area = width * height;
		for (int i = 0; i < kinds.size(); i++) {
			if ((kinds.get(i) == Kind.GRAY) != colored) continue;
			changed++;
			final float[] gray = Arrays.copyOf(pixels.get(i), colored ? 3 * area : area);
			for (int c = 1; c < gray.length / area; c++)
				System.arraycopy(gray, 0, gray, c * area, area);
			pixels.set(i, gray);
		}
		channels = colored ? 3 : 1;
		final String images = changed + (changed == 1 ? " image is " : " images are ");
		return List.of(colored
			? images
				+ "grey among coloured ones: the grey values were taken for red, green and blue."
			: images + "RGB with red = green = blue among grey ones, and read as grey.");
	}

	private void remove(final int i) {
		names.remove(i);
		pixels.remove(i);
		kinds.remove(i);
		maskFiles.remove(i);
	}

	/** Numbers of objects or classes, which stay what they are. */
	private List<String> readNumbers(final List<String> report) {
		for (int i = names.size() - 1; i >= 0; i--)
			try {
				final ImagePlus file = maskFiles.get(i);
				masks.add(0,
					Resampling.labels(LabelStacks.numbers(file, names.get(i)), height, width));
			}
			catch (final McdUnetException e) {
				report.add(0, "'" + names.get(i) + "' was left out: " + e.getMessage());
				remove(i);
			}
		if (names.isEmpty())
			throw new McdUnetException("No mask could be read.\n" + String.join("\n", report));
		maskFiles.clear();
		final int largest = masks.stream().mapToInt(Labels::objectCount).max().orElse(0);
		report.add((kind == Truth.Kind.OBJECTS ? "Labels: each number is an object"
			: "Classes: each number is a class") + "; the largest is " + largest + ".");
		LabelLook.advice(masks(""), kind).ifPresent(report::add);
		return report;
	}

	private MaskReader look() {
		final MaskReader reader = new MaskReader();
		for (int i = 0; i < names.size(); i++)
			reader.look(maskFiles.get(i), List.of(names.get(i)));
		return reader;
	}

	private static float[] join(final List<ImagePlus> files, final int area, final int channels) {
		final float[] all = new float[area * channels];
		int at = 0;
		for (final ImagePlus f : files) {
			final boolean gray = ImageStacks.isRgb(f) && files.size() > 1;
			final float[] part = gray ? (float[]) f.getProcessor().convertToByteProcessor(false)
				.convertToFloatProcessor().getPixels() : ImageStacks.pixels(f, 0);
			System.arraycopy(part, 0, all, at, part.length);
			at += part.length;
		}
		return all;
	}

	ImagePlus images(final String title) {
		final ImageStack stack = new ImageStack(width, height);
		final int area = width * height;
		for (int i = 0; i < names.size(); i++)
			for (int c = 0; c < channels; c++)
				stack
					.addSlice(
						names.get(i) + (channelNames.size() == channels && channels > 1
							? "\nchannel " + channelNames.get(c) : ""),
						plane(pixels.get(i), c * area));
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(channels, 1, names.size());
		image.setOpenAsHyperStack(true);
		return ImageStacks.composite(image);
	}

	/**
	 * A plane of the stack's bit depth; whole numbers are rounded (half to even, as OpenCV does),
	 * as scaling may have made fractions.
	 */
	private ImageProcessor plane(final float[] values, final int start) {
		final ImageProcessor plane = depth == 8 ? new ByteProcessor(width, height)
			: depth == 16 ? new ShortProcessor(width, height) : new FloatProcessor(width, height);
		for (int p = 0; p < width * height; p++)
			if (depth == 32) plane.setf(p, values[start + p]);
			else
				plane.set(p, (int) Math.rint(values[start + p]));
		return plane;
	}

	/** @param folder the beginning of its title */
	ImagePlus masks(final String folder) {
		final ImageStack stack = new ImageStack(width, height);
		final int largest = kind == Truth.Kind.MASKS ? 0
			: masks.stream().mapToInt(Labels::objectCount).max().orElse(0);
		for (int i = 0; i < names.size(); i++)
			stack.addSlice(names.get(i),
				kind == Truth.Kind.MASKS ? mask(masks.get(i)) : numbers(masks.get(i), largest));
		final ImagePlus image = new ImagePlus(folder + (kind == Truth.Kind.OBJECTS ? " labels"
			: kind == Truth.Kind.CLASSES ? " classes" : " masks"), stack);
		image.setDimensions(1, 1, names.size());
		image.setOpenAsHyperStack(names.size() > 1);
		if (kind == Truth.Kind.MASKS) return image;
		image.setLut(LookUpTables.labels());
		image.setDisplayRange(0, Math.max(BYTE, largest));
		return image;
	}

	private ImageProcessor mask(final Labels labels) {
		final byte[] mask = labels.classes().clone();
		for (int p = 0; p < mask.length; p++)
			mask[p] *= BYTE;
		return new ByteProcessor(width, height, mask);
	}

	private ImageProcessor numbers(final Labels labels, final int largest) {
		final ImageProcessor plane = largest > SHORT ? new FloatProcessor(width, height)
			: new ShortProcessor(width, height);
		for (int p = 0; p < labels.size(); p++)
			plane.setf(p, labels.objects()[p]);
		return plane;
	}
}
