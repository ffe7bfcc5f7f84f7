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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Stacks whose values are numbers of objects or of classes: 8-, 16- or 32-bit, one plane per image;
 * NaN is 0.
 */
final class LabelStacks {

	private LabelStacks() {
	}

	/**
	 * Objects by their numbers; 0 is background, or nothing that is known. Numbers need not follow
	 * one another, and the same number in two images is two objects.
	 *
	 * @param sparse whether 0 means that nobody has said what the pixel is
	 * @param notes is told what was understood
	 * @throws McdUnetException if a value is no whole number from 0 on
	 */
	static List<Labels> objects(final ImagePlus stack, final boolean sparse,
		final Consumer<String> notes) {
		final List<Labels> all = new ArrayList<>();
		long objects = 0;
		for (int i = 0; i < ImageStacks.count(stack); i++) {
			final Labels labels = objects(values(stack, i), sparse);
			objects += labels.objectCount();
			all.add(labels);
		}
		notes.accept(
			"Labels: each number is an object, 0 = " + (sparse ? "not marked" : "background") + "; "
				+ objects + " objects in " + all.size() + " image" + (all.size() == 1 ? "" : "s")
				+ ", " + all.get(0).objectCount() + " in the first.");
		return all;
	}

	private static Labels objects(final MaskValues plane, final boolean sparse) {
		final int[] numbers = new int[plane.values().length];
		final byte[] classes = new byte[numbers.length];
		final Map<Integer, Integer> order = new HashMap<>();
		for (int p = 0; p < numbers.length; p++) {
			final int value = whole(plane, p);
			if (value != 0) numbers[p] = order.computeIfAbsent(value, v -> order.size() + 1);
			classes[p] = value != 0 ? Labels.FOREGROUND
				: sparse ? Labels.UNLABELLED : Labels.BACKGROUND;
		}
		return Labels.of(classes, numbers, plane.width(), plane.height(), order.size());
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
		final TreeMap<Integer, Long> pixels = new TreeMap<>();
		final List<Labels> all = new ArrayList<>();
		for (int i = 0; i < ImageStacks.count(stack); i++)
			all.add(classes(values(stack, i), sparse ? 1 : 0, pixels));
		if (sparse) pixels.remove(0);
		final int first = sparse ? 1 : 0, last = pixels.isEmpty() ? first : pixels.lastKey();
		check(stack, pixels, first, last);
		final int count = Math.max(2, last - first + 1);
		final List<LabelClass> classes = ClassNames.of(stack, count)
			.orElseGet(() -> LabelClass.unnamed(count));
		notes.accept("Classes: " + (sparse ? "0 = not marked, " : "")
			+ describe(classes, first, pixels) + ".");
		return new LabeledClasses(all, classes);
	}

	private static Labels classes(final MaskValues plane, final int background,
		final Map<Integer, Long> pixels) {
		final byte[] classes = new byte[plane.values().length];
		for (int p = 0; p < classes.length; p++) {
			final int value = whole(plane, p);
			if (value - background >= Outputs.MOST_CLASSES)
				throw new McdUnetException("'" + plane.name() + "' has the class value " + value
					+ ". At most " + Outputs.MOST_CLASSES
					+ " classes can be learnt, background included. If the values number objects, choose 'Label stack'.");
			pixels.merge(value, 1L, Long::sum);
			classes[p] = (byte) (value - background);
		}
		return Labels.ofClasses(classes, plane.width(), plane.height());
	}

	private static void check(final ImagePlus stack, final TreeMap<Integer, Long> pixels,
		final int first, final int last) {
		if (last == first)
			throw new McdUnetException("'" + stack.getTitle() + "' marks nothing but "
				+ (pixels.isEmpty() ? "unmarked pixels (0)" : "background (" + first + ")")
				+ ". Mark pixels of the other classes too.");
		for (int value = first; value <= last; value++)
			if (!pixels.containsKey(value))
				throw new McdUnetException("'" + stack.getTitle()
					+ "' has pixels of the class value " + last + ", but none of " + value
					+ (value == 1 && first == 1 ? " (background)" : "")
					+ ". Mark pixels of each class, or number the classes without a gap.");
	}

	private static String describe(final List<LabelClass> classes, final int first,
		final Map<Integer, Long> pixels) {
		final double all = pixels.values().stream().mapToLong(n -> n).sum();
		final List<String> words = new ArrayList<>();
		for (int k = 0; k < classes.size(); k++)
			words.add(first + k + " = " + classes.get(k).name() + " ("
				+ String.format(java.util.Locale.ROOT, "%.2g",
					100 * pixels.getOrDefault(first + k, 0L) / all)
				+ " %)");
		return String.join(", ", words);
	}

	private static MaskValues values(final ImagePlus stack, final int i) {
		ImageStacks.checkPixels(stack);
		if (stack.getNChannels() > 1 || stack.getBitDepth() == 24)
			throw new McdUnetException("'" + stack.getTitle() + "' has "
				+ (stack.getBitDepth() == 24 ? "colours" : stack.getNChannels() + " channels")
				+ ", but the numbers of objects or classes are 8-, 16- or 32-bit gray values of one channel. "
				+ "Choose the stack with the numbers, or 'Mask stack' if colours mark the objects.");
		return MaskPlane.numbers(stack, i, ImageStacks.names(stack).get(i));
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

	/** Whether a stack's first image looks as if its values number objects. */
	static boolean looksLikeObjects(final ImagePlus stack) {
		if (stack.getBitDepth() == 24 || stack.getNChannels() > 1) return false;
		final float[] values = MaskPlane.numbers(stack, 0, "").values().clone();
		for (int p = 0; p < values.length; p++) {
			if (Float.isNaN(values[p])) values[p] = 0;
			if (values[p] != Math.rint(values[p]) || values[p] < 0) return false;
		}
		Arrays.sort(values);
		int kinds = 1;
		for (int p = 1; p < values.length; p++)
			if (values[p] != values[p - 1]) kinds++;
		// NB: a soft mask has every value of its scale, objects are as many as there are and numbered from 1
		return kinds > 4 && values[values.length - 1] <= 4.0 * kinds && !isSoft(stack, kinds);
	}

	private static boolean isSoft(final ImagePlus stack, final int kinds) {
		return stack.getBitDepth() == 8 && kinds > 200;
	}
}
