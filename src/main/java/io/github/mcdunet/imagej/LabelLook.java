package io.github.mcdunet.imagej;

import ij.ImagePlus;

import io.github.mcdunet.imagej.Truth.Kind;

import java.util.Optional;
import java.util.TreeSet;

/**
 * What the values of a stack look like: a mask's one value, numbers of objects, or numbers of
 * classes. Some of the images are looked at, evenly spread, if there are many. A guess, by which
 * nothing is decided: people are told where it is unlike what they have chosen.
 */
public final class LabelLook {

	private static final long MOST_PIXELS = 20_000_000;

	/** Objects are of one piece, but for a few. */
	private static final double PIECES = 1.2;

	/** Fewer numbers in an image are not many objects. */
	private static final int FEW = 3;

	/** More different values are not taken for classes. */
	private static final int MANY_CLASSES = 16;

	private final TreeSet<Integer> values = new TreeSet<>();
	private boolean isWhole = true;
	private int mostNumbers;
	private long numbers;
	private long areas;
	private long areasAtBackground;

	private LabelLook() {
	}

	/** @param stack with pixels */
	static LabelLook at(final ImagePlus stack) {
		final LabelLook look = new LabelLook();
		look.isWhole = stack.getBitDepth() != 24 && stack.getNChannels() == 1;
		final int n = ImageStacks.count(stack);
		final long area = Math.max(1, (long) stack.getWidth() * stack.getHeight());
		final int some = (int) Math.max(1, Math.min(n, MOST_PIXELS / area));
		for (int k = 0; k < some && look.isWhole; k++)
			look.add(MaskPlane.numbers(stack, (int) ((long) k * n / some), "").values(),
				stack.getWidth());
		return look;
	}

	private void add(final float[] values32, final int width) {
		final int[] plane = new int[values32.length];
		for (int p = 0; p < plane.length; p++) {
			final float value = Float.isNaN(values32[p]) ? 0 : values32[p];
			isWhole &= value == Math.rint(value) && value >= 0 && value <= 1 << 24;
			plane[p] = (int) value;
		}
		if (!isWhole) return;
		final TreeSet<Integer> here = new TreeSet<>();
		final boolean[] seen = new boolean[plane.length];
		final int[] queue = new int[plane.length];
		for (int p = 0; p < plane.length; p++)
			if (plane[p] != 0 && !seen[p]) {
				here.add(plane[p]);
				addArea(plane, width, p, seen, queue);
			}
		numbers += here.size();
		mostNumbers = Math.max(mostNumbers, here.size());
		values.addAll(here);
	}

	/** Visits the pixels of one value that touch by a side or a corner. */
	private void addArea(final int[] plane, final int width, final int start, final boolean[] seen,
		final int[] queue) {
		int length = 1;
		boolean atBackground = false;
		queue[0] = start;
		seen[start] = true;
		for (int i = 0; i < length; i++) {
			final int x = queue[i] % width, y = queue[i] / width;
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++) {
					final int q = queue[i] + dy * width + dx;
					if (x + dx < 0 || x + dx >= width || y + dy < 0 || q >= plane.length) continue;
					atBackground |= plane[q] == 0;
					if (plane[q] != plane[start] || seen[q]) continue;
					seen[q] = true;
					queue[length++] = q;
				}
		}
		areas++;
		if (atBackground) areasAtBackground++;
	}

	/** One of the three that are in stacks; masks where nothing speaks for something else. */
	Kind kind() {
		if (!isWhole || values.size() < 2) return Kind.MASKS;
		// NB: the values of a soft mask are rings around its objects, most of them inside of others
		if (mostNumbers >= FEW && areas <= PIECES * numbers && 2 * areasAtBackground >= areas)
			return Kind.OBJECTS;
		return values.first() == 1 && values.last() == values.size()
			&& values.size() <= MANY_CLASSES ? Kind.CLASSES : Kind.MASKS;
	}

	/** Whether each image has one number only, in several pieces. */
	private boolean isScattered() {
		return isWhole && mostNumbers == 1 && areas > PIECES * numbers;
	}

	/**
	 * A sentence where a stack of a training does not look like what it was chosen for.
	 *
	 * @param chosen one of the three that are in stacks
	 */
	public static Optional<String> advice(final ImagePlus stack, final Kind chosen) {
		return at(stack).advice(stack.getTitle(), chosen, "Mask stack", "Label stack",
			"Class stack");
	}

	/** @param masks and the other words by which people choose */
	Optional<String> advice(final String title, final Kind chosen, final String masks,
		final String labels, final String classes) {
		final Kind kind = kind();
		if (chosen == Kind.OBJECTS && isScattered())
			return Optional.of("'" + title
				+ "' has one number only in each image, so that all its areas count as one object. If each area is an object, choose '"
				+ masks + "'.");
		if (kind == chosen || kind == Kind.MASKS) return Optional.empty();
		if (kind == Kind.OBJECTS)
			return Optional.of("'" + title + "' looks like labels: " + mostNumbers
				+ " numbers in one image, almost each of them one area. If each number is an object, choose '"
				+ labels + "'" + (chosen == Kind.MASKS ? ", or objects that touch are one" : "")
				+ ".");
		return Optional.of("'" + title + "' has the values 0 to " + values.last()
			+ (chosen == Kind.MASKS ? ", which count as one kind of object"
				: ", most of them in several areas")
			+ ". If each number is a class, choose '" + classes + "'"
			+ (chosen == Kind.MASKS ? "; if each is an object, '" + labels + "'" : "") + ".");
	}
}
