package io.github.mcdunet.imagej;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.MaskMeaning;
import io.github.mcdunet.dataset.MaskStatistics;
import io.github.mcdunet.imagej.file.ImageFiles;
import io.github.mcdunet.objects.ConnectedComponents;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the masks of one set, which may lie in many files: looks at all of them first, and reads
 * them when it is clear what they mean; see {@link MaskMeaning}. Not thread-safe.
 */
public final class MaskReader {

	private static final long MOST_PIXELS = 20_000_000;

	private final List<MaskStatistics> seen = new ArrayList<>();

	/**
	 * Looks at the masks of a stack, or at the next file's.
	 *
	 * @throws McdUnetException if it has no pixels, or several channels
	 */
	public MaskReader look(final ImagePlus masks) {
		ImageStacks.checkPixels(masks);
		return look(masks, ImageStacks.names(masks));
	}

	/** As {@link #look(ImagePlus)}, with names for the images. */
	public MaskReader look(final ImagePlus open, final List<String> names) {
		final ImagePlus masks = checked(open);
		for (int i = 0; i < ImageStacks.count(masks); i++)
			seen.add(MaskStatistics.of(MaskPlane.of(masks, i, names.get(i))));
		return this;
	}

	/** Looks at some of the masks only, evenly spread, if there are many: quick. */
	public MaskReader glance(final ImagePlus open) {
		final ImagePlus masks = checked(open);
		final List<String> names = ImageStacks.names(masks);
		final int n = ImageStacks.count(masks);
		final long area = (long) masks.getWidth() * masks.getHeight();
		final int some = (int) Math.max(1, Math.min(n, MOST_PIXELS / Math.max(1, area)));
		for (int k = 0; k < some; k++) {
			final int i = (int) ((long) k * n / some);
			seen.add(MaskStatistics.of(MaskPlane.of(masks, i, names.get(i))));
		}
		return this;
	}

	private static ImagePlus checked(final ImagePlus masks) {
		ImageStacks.checkPixels(masks);
		if (masks.getNChannels() > 1)
			throw new McdUnetException("The masks '" + masks.getTitle() + "' have "
				+ masks.getNChannels()
				+ " channels. A mask stack has one; split the channels (Image > Color > Split Channels) and choose the "
				+ "right one.");
		return ImageFiles.meantMasks(masks).orElse(masks);
	}

	/** What is understood of all that was looked at. */
	public MaskMeaning meaning() {
		return MaskMeaning.of(seen);
	}

	/** Reads masks that were looked at. */
	public List<Labels> read(final ImagePlus open) {
		final ImagePlus masks = checked(open);
		final MaskMeaning meaning = meaning();
		final List<Labels> all = new ArrayList<>();
		for (int i = 0; i < ImageStacks.count(masks); i++)
			all.add(meaning.read(MaskPlane.of(masks, i, "")));
		return all;
	}

	/**
	 * Reads true masks by what was understood of their set.
	 *
	 * @param names of the images, for sentences
	 * @throws McdUnetException if one cannot be read together with the others
	 */
	public static List<Labels> readTruth(final ImagePlus open, final List<String> names,
		final MaskMeaning meaning) {
		final ImagePlus masks = checked(open);
		final List<Labels> all = new ArrayList<>();
		for (int i = 0; i < ImageStacks.count(masks); i++)
			all.add(meaning.readTruth(MaskPlane.of(masks, i, names.get(i))));
		return all;
	}

	/** Reads the first of these masks. */
	public static Labels first(final ImagePlus masks, final MaskMeaning meaning) {
		return meaning.read(MaskPlane.of(checked(masks), 0, ""));
	}

	/**
	 * What was understood, and what may be wrong, in sentences.
	 *
	 * @param first the mask of the first image, to count its objects
	 */
	public static List<String> sentences(final MaskMeaning meaning, final Labels first) {
		final List<String> sentences = new ArrayList<>();
		final int n = ConnectedComponents.label(first, 0).objectCount();
		sentences.add("Masks: " + meaning + ", " + n + " object" + (n == 1 ? "" : "s")
			+ " in the first image.");
		sentences.addAll(meaning.warnings());
		return sentences;
	}
}
