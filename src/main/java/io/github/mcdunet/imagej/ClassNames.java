package io.github.mcdunet.imagej;

import ij.ImagePlus;

import io.github.mcdunet.dataset.LabelClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The names and colours of a class stack's classes, which ImageJ keeps in the image's properties
 * and in a TIFF file.
 */
public final class ClassNames {

	/** Holds "000000 background; ff8000 rod", the background first. */
	private static final String KEY = "mcdunet.classes";

	private ClassNames() {
	}

	/** Says what an image's class numbers mean. */
	public static void put(final ImagePlus image, final List<LabelClass> classes) {
		image.setProp(KEY, classes.stream().map(c -> String.format(Locale.ROOT, "%06x %s",
			c.color(), c.name().replaceAll("[\\r\\n;]+", " "))).collect(Collectors.joining("; ")));
	}

	/**
	 * What an image's class numbers mean.
	 *
	 * @param count of classes, background included, that the image has
	 * @return empty if nobody has said it, or of another number of classes
	 */
	static Optional<List<LabelClass>> of(final ImagePlus image, final int count) {
		return of(image).filter(classes -> classes.size() == count);
	}

	/** What the class numbers of an image that holds another's pixels mean. */
	static void copy(final ImagePlus from, final ImagePlus to) {
		final String text = from.getProp(KEY);
		if (text != null) to.setProp(KEY, text);
	}

	/** What an image's class numbers mean; empty if nobody has said it. */
	public static Optional<List<LabelClass>> of(final ImagePlus image) {
		final String text = image.getProp(KEY);
		if (text == null) return Optional.empty();
		final List<LabelClass> classes = new ArrayList<>();
		for (final String entry : text.split("; ")) {
			if (!entry.matches("[0-9a-f]{6} \\S.*")) return Optional.empty();
			classes.add(new LabelClass(entry.substring(7).trim(),
				Integer.parseInt(entry.substring(0, 6), 16)));
		}
		return Optional.of(List.copyOf(classes));
	}
}
