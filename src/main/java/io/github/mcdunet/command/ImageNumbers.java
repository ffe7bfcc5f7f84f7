package io.github.mcdunet.command;

import io.github.mcdunet.McdUnetException;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers of images as people type them: "1-3,7". */
final class ImageNumbers {

	private static final Pattern PART = Pattern.compile("(\\d{1,9})(?:\\s*-\\s*(\\d{1,9}))?");

	private ImageNumbers() {
	}

	/**
	 * @param count of the images there are; numbers are 1 to count
	 * @return in the order of the text
	 * @throws McdUnetException if the text is something else, or a number is too large
	 */
	static List<Integer> parse(final String text, final int count) {
		final List<Integer> numbers = new ArrayList<>();
		for (final String part : text.trim().split("\\s*,\\s*")) {
			final Matcher m = PART.matcher(part);
			if (!m.matches())
				throw new McdUnetException("'" + text
					+ "' does not say which images. Give numbers and ranges, such as 1-3,7.");
			final int first = Integer.parseInt(m.group(1)),
				last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
			if (first < 1 || last < first || last > count)
				throw new McdUnetException("There is no image '" + part + "': there are " + count
					+ " images, numbered from 1.");
			for (int i = first; i <= last; i++)
				numbers.add(i);
		}
		return numbers;
	}
}
