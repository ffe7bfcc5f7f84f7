package io.github.mcdunet.imagej.result;

import ij.ImagePlus;

import io.github.mcdunet.imagej.ImageStacks;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which images of a mask stack were not predicted, as they hold pixels that are no numbers. ImageJ
 * keeps it in the image's properties, and in a TIFF file.
 */
public final class LeftOutImages {

	/** Holds "3 7 of 12", as the numbers mean nothing in a part of the stack. */
	private static final String KEY = "mcdunet.leftOut";
	private static final String OF = " of ";

	private LeftOutImages() {
	}

	/** @param numbers of images, from 0 */
	static void put(final ImagePlus mask, final Collection<Integer> numbers) {
		if (numbers.isEmpty()) return;
		mask.setProp(KEY, numbers.stream().map(i -> String.valueOf(i + 1))
			.collect(Collectors.joining(" ", "", OF + ImageStacks.count(mask))));
	}

	/** Their numbers from 0; none if nobody knows. */
	public static Set<Integer> of(final ImagePlus mask) {
		final String text = mask.getProp(KEY), end = OF + ImageStacks.count(mask);
		if (text == null || !text.matches("\\d{1,9}( \\d{1,9})*" + end)) return Set.of();
		return Arrays.stream(text.substring(0, text.length() - end.length()).split(" "))
			.map(number -> Integer.parseInt(number) - 1)
			.collect(Collectors.toCollection(TreeSet::new));
	}
}
