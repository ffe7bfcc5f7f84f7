package io.github.mcdunet.imagej;

import ij.ImagePlus;

import io.github.mcdunet.dataset.ImageChecks;
import io.github.mcdunet.dataset.ImageChecks.Fault;
import io.github.mcdunet.dataset.ImageSeries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * A quick look at the frames of a stack in memory, for what will be left out of its prediction:
 * frames of one value, and such with pixels that are no numbers.
 */
public final class FrameFaults {

	private static final int NAMED = 10;

	private final List<Integer> empty = new ArrayList<>();
	private final List<Integer> leftOut = new ArrayList<>();
	private final int frames;
	private int looked;

	private FrameFaults(final int frames) {
		this.frames = frames;
	}

	/**
	 * @param milliseconds after which the look ends, wherever it is
	 * @return sentences, each after a space; none if nothing is wrong with any frame
	 */
	public static String sentences(final ImagePlus images, final long milliseconds) {
		final ImageSeries series = ImageStacks.series(images);
		if (series.isOnDisk())
			return " Its images are read from disk one by one; those that are empty or hold pixels that are not numbers are named then.";
		final FrameFaults faults = new FrameFaults(series.size());
		faults.look(series, images.getBitDepth() == 32,
			System.nanoTime() + milliseconds * 1_000_000);
		return faults.sentences();
	}

	/**
	 * @param floats whether pixels may be NaN, or so far apart that the others look all the same
	 */
	private void look(final ImageSeries series, final boolean floats, final long end) {
		for (looked = 0; looked < frames && System.nanoTime() < end; looked++) {
			final Optional<Boolean> constant = floats
				? ImageChecks.fault(series.name(looked), series.image(looked)).map(Fault::constant)
				: Optional.of(true).filter(f -> isConstant(series.image(looked)));
			constant.ifPresent(c -> (c ? empty : leftOut).add(looked + 1));
		}
	}

	/** Whether each channel is; ends at the first pixel that differs. */
	private static boolean isConstant(final RandomAccessibleInterval<FloatType> image) {
		for (long c = image.min(2); c <= image.max(2); c++) {
			final Cursor<FloatType> cursor = Views.flatIterable(Views.hyperSlice(image, 2, c))
				.cursor();
			final float first = cursor.next().get();
			while (cursor.hasNext())
				if (cursor.next().get() != first) return false;
		}
		return true;
	}

	private String sentences() {
		final String seen = looked < frames && !(empty.isEmpty() && leftOut.isEmpty())
			? " (Of the first " + looked + " of " + frames
				+ " images; the others are looked at at the start.)"
			: "";
		return (empty.isEmpty() ? ""
			: " Empty, all pixels of the same value: " + numbers(empty)
				+ (empty.size() == 1 ? "; its mask" : "; their masks") + " will be empty.")
			+ (leftOut.isEmpty() ? ""
				: " Left out, because of pixels that are not numbers or outshine all others: "
					+ numbers(leftOut) + ".")
			+ seen;
	}

	private static String numbers(final List<Integer> numbers) {
		final int more = numbers.size() - NAMED;
		return (numbers.size() == 1 ? "image " : "images ")
			+ numbers.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "))
			+ (more > 0 ? " and " + more + " more" : "");
	}
}
