package io.github.mcdunet.dataset;

/** Labels of images of one row, for tests in which places do not matter. */
public final class Rows {

	private Rows() {
	}

	/** @param mask everything but 0 is foreground */
	public static Labels row(final byte... mask) {
		return Labels.ofMask(mask, mask.length, 1);
	}
}
