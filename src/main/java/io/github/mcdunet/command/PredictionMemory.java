package io.github.mcdunet.command;

import ij.ImagePlus;

import io.github.mcdunet.io.MemoryBudget;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.result.ResultOptions;
import io.github.mcdunet.io.NumberText;

import java.util.Locale;

/**
 * What the prediction of an open stack will take of memory, said before it begins, and refused
 * where there is not enough.
 */
final class PredictionMemory {

	private final String title;
	private final double images;
	private final double pixels;
	private final int maps;
	private final double perPixel;
	private final int samples;

	/**
	 * @param count of the stack's images
	 * @param options which maps stay open, besides the mask
	 * @param samples whose own masks are kept for one image at a time; 0 if none are
	 */
	PredictionMemory(final ImagePlus stack, final int count, final ResultOptions options,
		final int samples) {
		title = stack.getTitle();
		images = count;
		pixels = (double) stack.getWidth() * stack.getHeight();
		maps = options.maps().size();
		perPixel = options.bytesPerPixel();
		this.samples = samples;
	}

	/**
	 * Bytes in Java's memory: the maps and masks of all images, and what one image needs while it
	 * is made.
	 */
	double bytes() {
		return images * pixels * perPixel + pixels * (perPixel - 1 + samples / 8.0);
	}

	/** As {@link #check(long)} with what is free just now. */
	String check() {
		if (bytes() > MemoryBudget.free()) System.gc(); // NB: what nobody needs any more counts as used until it is collected
		return check(MemoryBudget.free());
	}

	/**
	 * @param free bytes that Java can still use
	 * @return a sentence for a person
	 * @throws McdUnetException if the results do not fit
	 */
	String check(final long free) {
		if (bytes() > free)
			throw new McdUnetException(String.format(Locale.ROOT,
				"The results of '%s' (%.0f images, %d maps and the mask) need about %s of memory, but only %s are free. Ask for "
					+ "fewer maps, predict a part of the stack, close images, raise the limit in "
					+ MemoryBudget.MENU + ", "
					+ "or use 'Predict Folder...', which keeps one image at a time.",
				title, images, maps, NumberText.bytes(bytes()), NumberText.bytes(free)));
		return "The results need about " + NumberText.bytes(bytes())
			+ " of Java's memory, of which " + NumberText.bytes(free) + " are free.";
	}
}
