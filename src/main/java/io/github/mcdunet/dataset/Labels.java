package io.github.mcdunet.dataset;

/** The objects of one image: each pixel holds its object's number. */
public final class Labels {

	private final int[] labels;
	private final int width;
	private final int height;
	private final int count;

	/**
	 * @param labels [H, W] row-major, not copied; 0 is background, 1..count are objects
	 * @param count number of objects, &gt;= 0
	 */
	public Labels(final int[] labels, final int width, final int height, final int count) {
		if (labels.length != width * height)
			throw new IllegalArgumentException(
				labels.length + " labels for " + width + " x " + height + " pixels");
		this.labels = labels;
		this.width = width;
		this.height = height;
		this.count = count;
	}

	/** [H, W] row-major, 0 for background, else 1..{@link #count()}; not a copy. */
	public int[] labels() {
		return labels;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Number of objects. */
	public int count() {
		return count;
	}
}
