package io.github.mcdunet.dataset;

/**
 * What is known of each pixel of one image: its class, and optionally the number of the object that
 * it belongs to. A mask is the case of one class without object numbers. Immutable by agreement:
 * arrays are not copied and must not be written to.
 */
public final class Labels {

	/** The class of pixels that belong to nothing. */
	public static final byte BACKGROUND = 0;

	/** The one class of a mask; further classes follow it. */
	public static final byte FOREGROUND = 1;

	/** Instead of a class where nobody has said what the pixel is. */
	public static final byte UNLABELLED = -1;

	private final int width;
	private final int height;
	private final byte[] classes;
	private final int[] objects;
	private final int objectCount;
	private final boolean binary;

	private Labels(final int width, final int height, final byte[] classes, final int[] objects,
		final int objectCount) {
		if (classes.length != (long) width * height)
			throw new IllegalArgumentException(
				classes.length + " labels for " + width + " x " + height + " pixels");
		this.width = width;
		this.height = height;
		this.classes = classes;
		this.objects = objects;
		this.objectCount = objectCount;
		binary = isBinary(classes);
	}

	private static boolean isBinary(final byte[] classes) {
		for (final byte c : classes)
			if ((c & ~1) != 0) return false;
		return true;
	}

	/**
	 * Classes without object numbers.
	 *
	 * @param classes [H, W] row-major: {@link #BACKGROUND}, {@link #UNLABELLED}, or a class from
	 * {@link #FOREGROUND} on; not copied
	 */
	public static Labels ofClasses(final byte[] classes, final int width, final int height) {
		return new Labels(width, height, classes, null, 0);
	}

	/**
	 * A mask of one class.
	 *
	 * @param mask [H, W] row-major; everything but 0 is foreground; copied
	 */
	public static Labels ofMask(final byte[] mask, final int width, final int height) {
		final byte[] classes = new byte[mask.length];
		for (int i = 0; i < mask.length; i++)
			classes[i] = mask[i] != 0 ? FOREGROUND : BACKGROUND;
		return ofClasses(classes, width, height);
	}

	/**
	 * Numbered objects of one class.
	 *
	 * @param objects [H, W] row-major: 0 is background, 1..count are objects; not copied
	 * @param count number of objects, &gt;= 0
	 */
	public static Labels ofObjects(final int[] objects, final int width, final int height,
		final int count) {
		final byte[] classes = new byte[objects.length];
		for (int i = 0; i < objects.length; i++)
			classes[i] = objects[i] != 0 ? FOREGROUND : BACKGROUND;
		return new Labels(width, height, classes, objects, count);
	}

	/**
	 * Numbered objects of several classes.
	 *
	 * @param classes [H, W] row-major, as for {@link #ofClasses}; not copied
	 * @param objects [H, W] row-major: 0 where the class is {@link #BACKGROUND} or
	 * {@link #UNLABELLED}, else 1..count; all pixels of an object are of one class; not copied
	 * @param count number of objects, &gt;= 0
	 */
	public static Labels of(final byte[] classes, final int[] objects, final int width,
		final int height, final int count) {
		if (objects.length != classes.length)
			throw new IllegalArgumentException(
				objects.length + " object numbers for " + classes.length + " classes");
		return new Labels(width, height, classes, objects, count);
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Number of pixels. */
	public int size() {
		return classes.length;
	}

	/** The class of each pixel, [H, W] row-major; not a copy. */
	public byte[] classes() {
		return classes;
	}

	/** The highest class that a pixel has; {@link #BACKGROUND} if there is none. */
	public byte highestClass() {
		byte highest = BACKGROUND;
		for (final byte c : classes)
			if (c > highest) highest = c;
		return highest;
	}

	/** Whether pixel i, counted row by row, is of any class but the background. */
	public boolean isForeground(final int i) {
		return classes[i] > 0;
	}

	/** Whether somebody has said what pixel i, counted row by row, is. */
	public boolean isKnown(final int i) {
		return classes[i] != UNLABELLED;
	}

	/** The classes alone. */
	public Labels withoutObjects() {
		return objects == null ? this : ofClasses(classes, width, height);
	}

	/** The mask of any class but the background; these labels themselves if they are a mask. */
	public Labels foregroundMask() {
		if (isMask()) return this;
		final byte[] mask = new byte[classes.length];
		for (int i = 0; i < mask.length; i++)
			if (classes[i] > 0) mask[i] = FOREGROUND;
		return ofClasses(mask, width, height);
	}

	/** Number of pixels of which it is known what they are. */
	public long known() {
		long n = 0;
		for (final byte c : classes)
			if (c != UNLABELLED) n++;
		return n;
	}

	/** Number of pixels of any class but the background. */
	public long foreground() {
		long n = 0;
		for (final byte c : classes)
			if (c > 0) n++;
		return n;
	}

	/**
	 * Number of pixels of each object, by its number; at 0 those of no object.
	 *
	 * @throws IllegalStateException if objects are not numbered
	 */
	public int[] areas() {
		final int[] areas = new int[objectCount() + 1];
		for (final int object : objects)
			areas[object]++;
		return areas;
	}

	/** Whether there are pixels of which nobody has said what they are. */
	public boolean isSparse() {
		for (final byte c : classes)
			if (c == UNLABELLED) return true;
		return false;
	}

	/** Whether it is known which pixels belong to one object. */
	public boolean hasObjects() {
		return objects != null;
	}

	/**
	 * The number of each pixel's object, [H, W] row-major, 0 for background, else
	 * 1..{@link #objectCount()}; not a copy.
	 *
	 * @throws IllegalStateException if objects are not numbered
	 */
	public int[] objects() {
		if (objects == null) throw new IllegalStateException("These labels number no objects");
		return objects;
	}

	/**
	 * Number of objects.
	 *
	 * @throws IllegalStateException if objects are not numbered
	 */
	public int objectCount() {
		objects();
		return objectCount;
	}

	/**
	 * Labels whose pixels are taken from these.
	 *
	 * @param pixels [newHeight, newWidth] row-major: the index of the pixel to take
	 */
	public Labels take(final int[] pixels, final int newWidth, final int newHeight) {
		final byte[] taken = new byte[pixels.length];
		final int[] numbers = objects == null ? null : new int[pixels.length];
		for (int i = 0; i < pixels.length; i++) {
			taken[i] = classes[pixels[i]];
			if (numbers != null) numbers[i] = objects[pixels[i]];
		}
		return new Labels(newWidth, newHeight, taken, numbers, objectCount);
	}

	/** Whether they are a mask, 0 or 1, and nothing more. */
	public boolean isMask() {
		return binary && objects == null;
	}

	/**
	 * The class at a place between four pixels: that of a mask is 1 where its bilinear value is at
	 * least one half; of more classes it is the one with the largest share, the higher one of two
	 * equal shares. Pixels that nobody has labelled are a class of their own, the lowest.
	 *
	 * @param upper index of the upper left pixel
	 * @param right distance to the right neighbours, 0 or 1
	 * @param below distance to the lower neighbours, 0 or the width
	 * @param x place between left and right, 0..1
	 * @param y place between upper and lower, 0..1
	 */
	public byte between(final int upper, final int right, final int below, final float x,
		final float y) {
		final byte a = classes[upper], b = classes[upper + right], c = classes[upper + below],
			d = classes[upper + below + right];
		if (binary) {
			final float above = a + x * (b - a), under = c + x * (d - c);
			return (byte) (above + y * (under - above) >= 0.5f ? 1 : 0);
		}
		if (a == b && a == c && a == d) return a;
		byte best = UNLABELLED;
		float most = -1;
		for (final byte k : new byte[]{ a, b, c, d }) {
			final float share = (k == a ? (1 - x) * (1 - y) : 0) + (k == b ? x * (1 - y) : 0)
				+ (k == c ? (1 - x) * y : 0) + (k == d ? x * y : 0);
			if (share > most || share == most && k > best) {
				most = share;
				best = k;
			}
		}
		return best;
	}

	/**
	 * The object at a place between four pixels: that of the nearest one of the class there.
	 *
	 * @param at the class, as {@link #between} says
	 * @return 0 where objects are not numbered
	 */
	public int objectBetween(final byte at, final int upper, final int right, final int below,
		final float x, final float y) {
		if (objects == null) return 0;
		final int[] places = { upper, upper + right, upper + below, upper + below + right };
		final float[] shares = { (1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y };
		int best = -1;
		for (int i = 0; i < 4; i++)
			if (classes[places[i]] == at && (best < 0 || shares[i] > shares[best])) best = i;
		return best < 0 ? 0 : objects[places[best]];
	}

	/** @throws IllegalArgumentException if these labels are of another width or height */
	public void checkSize(final int expectedWidth, final int expectedHeight) {
		if (width != expectedWidth || height != expectedHeight)
			throw new IllegalArgumentException("Labels of " + width + " x " + height + " and "
				+ expectedWidth + " x " + expectedHeight + " pixels");
	}
}
