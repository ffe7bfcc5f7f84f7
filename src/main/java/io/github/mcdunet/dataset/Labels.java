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

	/** Whether pixel i, counted row by row, is of any class but the background. */
	public boolean isForeground(final int i) {
		return classes[i] > 0;
	}

	/** Number of pixels of any class but the background. */
	public long foreground() {
		long n = 0;
		for (final byte c : classes)
			if (c > 0) n++;
		return n;
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

	/** @throws IllegalArgumentException if these labels are of another width or height */
	public void checkSize(final int expectedWidth, final int expectedHeight) {
		if (width != expectedWidth || height != expectedHeight)
			throw new IllegalArgumentException("Labels of " + width + " x " + height + " and "
				+ expectedWidth + " x " + expectedHeight + " pixels");
	}
}
