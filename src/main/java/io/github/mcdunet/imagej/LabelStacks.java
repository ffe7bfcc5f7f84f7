package io.github.mcdunet.imagej;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.MaskValues;
import io.github.mcdunet.network.Outputs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Stacks whose values are numbers of objects or of classes: 8-, 16- or 32-bit, one plane per image;
 * NaN is 0.
 */
public final class LabelStacks {

	private LabelStacks() {
	}

	/**
	 * Objects by their numbers; 0 is background. Numbers need not follow one another, and the same
	 * number in two images is two objects.
	 *
	 * @param notes is told what was understood
	 * @throws McdUnetException if a value is no whole number from 0 on
	 */
	static List<Labels> objects(final ImagePlus stack, final Consumer<String> notes) {
		final List<Labels> all = new ArrayList<>();
		long objects = 0;
		for (int i = 0; i < ImageStacks.count(stack); i++) {
			final Labels labels = objects(values(stack, i));
			objects += labels.objectCount();
			all.add(labels);
		}
		notes.accept("Labels: each number is an object, 0 = background; " + objects + " objects in "
			+ all.size() + " image" + (all.size() == 1 ? "" : "s") + ", " + all.get(0).objectCount()
			+ " in the first.");
		return all;
	}

	/**
	 * The numbers of the first image as they are.
	 *
	 * @param name of the image, for sentences
	 * @return numbered objects, of which some numbers may have no pixel; NaN is 0
	 * @throws McdUnetException if a value is no whole number from 0 on
	 */
	public static Labels numbers(final ImagePlus image, final String name) {
		final MaskValues plane = values(image, 0, name);
		final int[] numbers = new int[plane.values().length];
		int largest = 0;
		for (int p = 0; p < numbers.length; p++) {
			numbers[p] = whole(plane, p);
			largest = Math.max(largest, numbers[p]);
		}
		return Labels.ofObjects(numbers, plane.width(), plane.height(), largest);
	}

	private static Labels objects(final MaskValues plane) {
		final int[] numbers = new int[plane.values().length];
		final Map<Integer, Integer> order = new HashMap<>();
		int last = 0, number = 0;
		for (int p = 0; p < numbers.length; p++) {
			final int value = whole(plane, p);
			if (value == 0) continue;
			// NB: neighbours are of one object more often than not
			if (value != last) number = order.computeIfAbsent(value, v -> order.size() + 1);
			last = value;
			numbers[p] = number;
		}
		return Labels.ofObjects(numbers, plane.width(), plane.height(), order.size());
	}

	/**
	 * Classes by their numbers.
	 *
	 * @param sparse 0 is background, 1, 2 ... are classes; or 0 means that nobody has said what the
	 * pixel is, 1 is background, and 2, 3 ... are classes
	 * @param notes is told what was understood
	 * @throws McdUnetException if a value is no whole number from 0 on, if there are too many
	 * classes, or one of them has no pixel
	 */
	static LabeledClasses classes(final ImagePlus stack, final boolean sparse,
		final Consumer<String> notes) {
		final long[] pixels = new long[Outputs.MOST_CLASSES + 1];
		final int first = sparse ? 1 : 0;
		final List<Labels> all = classes(stack, first, pixels);
		if (sparse) pixels[0] = 0;
		int last = pixels.length - 1;
		while (last > first && pixels[last] == 0)
			last--;
		check(stack, pixels, first, last);
		final int count = Math.max(2, last - first + 1);
		final List<LabelClass> classes = ClassNames.of(stack, count)
			.orElseGet(() -> LabelClass.unnamed(count));
		notes.accept("Classes: " + (sparse ? "0 = not marked, " : "")
			+ describe(classes, first, pixels) + ".");
		return new LabeledClasses(all, classes);
	}

	/**
	 * As {@link #classes(ImagePlus, boolean, Consumer)}, but classes may be missing: these are the
	 * images, and not the data from which the classes are learnt.
	 */
	static List<Labels> anyClasses(final ImagePlus stack, final boolean sparse) {
		return classes(stack, sparse ? 1 : 0, new long[Outputs.MOST_CLASSES + 1]);
	}

	private static List<Labels> classes(final ImagePlus stack, final int background,
		final long[] pixels) {
		final List<Labels> all = new ArrayList<>();
		for (int i = 0; i < ImageStacks.count(stack); i++)
			all.add(classes(values(stack, i), background, pixels));
		return all;
	}

	private static Labels classes(final MaskValues plane, final int background,
		final long[] pixels) {
		final byte[] classes = new byte[plane.values().length];
		for (int p = 0; p < classes.length; p++) {
			final int value = whole(plane, p);
			if (value - background >= Outputs.MOST_CLASSES)
				throw new McdUnetException("'" + plane.name() + "' has the class value " + value
					+ ". At most " + Outputs.MOST_CLASSES
					+ " classes can be learnt, background included. If the values number objects, choose 'Label stack'.");
			pixels[value]++;
			classes[p] = (byte) (value - background);
		}
		return Labels.ofClasses(classes, plane.width(), plane.height());
	}

	private static void check(final ImagePlus stack, final long[] pixels, final int first,
		final int last) {
		if (last == first)
			throw new McdUnetException("'" + stack.getTitle() + "' marks nothing but "
				+ (pixels[first] == 0 ? "unmarked pixels (0)" : "background (" + first + ")")
				+ ". Mark pixels of the other classes too.");
		for (int value = first; value <= last; value++)
			if (pixels[value] == 0)
				throw new McdUnetException(
					"'" + stack.getTitle() + "' has pixels of the class value " + last
						+ ", but none of " + value + (value == first ? " (background)" : "")
						+ ". Mark pixels of each class, or number the classes without a gap.");
	}

	private static String describe(final List<LabelClass> classes, final int first,
		final long[] pixels) {
		final double all = Arrays.stream(pixels).sum();
		final List<String> words = new ArrayList<>();
		for (int k = 0; k < classes.size(); k++)
			words.add(first + k + " = " + classes.get(k).name() + " ("
				+ String.format(Locale.ROOT, "%.2g", 100 * pixels[first + k] / all) + " %)");
		return String.join(", ", words);
	}

	private static MaskValues values(final ImagePlus stack, final int i) {
		ImageStacks.checkPixels(stack);
		return values(stack, i, ImageStacks.names(stack).get(i));
	}

	private static MaskValues values(final ImagePlus stack, final int i, final String name) {
		ImageStacks.checkPixels(stack);
		if (stack.getNChannels() > 1 || stack.getBitDepth() == 24)
			throw new McdUnetException("'" + stack.getTitle() + "' has "
				+ (stack.getBitDepth() == 24 ? "colours" : stack.getNChannels() + " channels")
				+ ", but the numbers of objects or classes are 8-, 16- or 32-bit gray values of one channel. "
				+ "Choose the stack with the numbers, or 'Mask stack' if colours mark the objects.");
		return MaskPlane.numbers(stack, i, name);
	}

	private static int whole(final MaskValues plane, final int p) {
		final float value = plane.values()[p];
		if (Float.isNaN(value)) return 0;
		if (value != Math.rint(value) || value < 0 || value > Integer.MAX_VALUE / 2)
			throw new McdUnetException("'" + plane.name() + "' has the value " + value + " at ("
				+ p % plane.width() + ", " + p / plane.width()
				+ "), which cannot be the number of an object or class. Choose a stack of whole numbers from 0 on, or 'Mask stack'.");
		return (int) value;
	}
}
