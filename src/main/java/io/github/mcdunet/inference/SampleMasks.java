package io.github.mcdunet.inference;

import io.github.mcdunet.dataset.Labels;

/**
 * The masks of T Monte Carlo samples of one image, one bit per sample and pixel: foreground where
 * the sample's own probability reaches the threshold. W x H x T / 8 bytes, each row rounded up to
 * 8. Not thread-safe while it is filled.
 */
public final class SampleMasks {

	private final int width;
	private final int height;
	private final int rowWords;
	private final double threshold;
	private final float logit;
	private final long[][] planes;

	/**
	 * Masks that are background everywhere.
	 *
	 * @param samples T, &gt;= 1
	 * @param threshold of the probability, 0..1, as for the mask of the mean
	 */
	public SampleMasks(final int width, final int height, final int samples,
		final double threshold) {
		if (samples < 1) throw new IllegalArgumentException(samples + " samples");
		this.width = width;
		this.height = height;
		this.threshold = threshold;
		rowWords = (width + 63) >>> 6;
		// p >= threshold is z >= ln(threshold / (1 - threshold)): minus infinity at 0, infinity at 1
		logit = (float) (Math.log(threshold) - Math.log1p(-threshold));
		planes = new long[samples][Math.multiplyExact(rowWords, height)];
	}

	/**
	 * @param masks one per sample, [H, W] row-major; everything but 0 is foreground
	 * @throws IllegalArgumentException if there is none, or if the size of one is not width x
	 * height
	 */
	public static SampleMasks of(final Labels... masks) {
		if (masks.length == 0) throw new IllegalArgumentException("No mask");
		final int width = masks[0].width(), height = masks[0].height();
		final SampleMasks all = new SampleMasks(width, height, masks.length, 0.5);
		for (int t = 0; t < masks.length; t++) {
			masks[t].checkSize(width, height);
			for (int i = 0; i < masks[t].size(); i++)
				if (masks[t].isForeground(i)) all.set(t, i % width, i / width);
		}
		return all;
	}

	/** Memory that the masks of such an image take, in bytes. */
	public static long bytes(final int width, final int height, final int samples) {
		return 8L * ((width + 63) >>> 6) * height * samples;
	}

	/**
	 * Sets the pixels of a part of a row, as tiles come in; those outside of the image (its
	 * padding) are left out.
	 *
	 * @param t number of the sample, from 0
	 * @param x first pixel, which may lie outside of the image
	 * @param y first pixel, which may lie outside of the image
	 * @param logits of the sample, z = ln(p / (1 - p))
	 * @param from index of the first pixel's logit; the others follow
	 * @param length number of pixels
	 */
	public void putRow(final int t, final int x, final int y, final float[] logits, final int from,
		final int length) {
		if (y < 0 || y >= height) return;
		final int end = Math.min(width, x + length);
		for (int i = Math.max(0, x); i < end; i++) {
			final int word = y * rowWords + (i >>> 6);
			// a shift by i shifts by i mod 64
			if (logits[from + i - x] >= logit) planes[t][word] |= 1L << i;
			else
				planes[t][word] &= ~(1L << i);
		}
	}

	private void set(final int t, final int x, final int y) {
		planes[t][y * rowWords + (x >>> 6)] |= 1L << x;
	}

	/** Whether pixel (x, y) is foreground in sample t. */
	public boolean get(final int t, final int x, final int y) {
		return (planes[t][y * rowWords + (x >>> 6)] >>> x & 1) != 0;
	}

	/** Foreground pixels of sample t. O(pixels / 64). */
	public long count(final int t) {
		return intersection(t, t);
	}

	/** Foreground pixels that samples t and u share. O(pixels / 64). */
	public long intersection(final int t, final int u) {
		long n = 0;
		for (int i = 0; i < planes[t].length; i++)
			n += Long.bitCount(planes[t][i] & planes[u][i]);
		return n;
	}

	/**
	 * Foreground pixels of sample t within a region.
	 *
	 * @param region [H, W] row-major; everything but 0 is inside
	 */
	public long count(final int t, final byte[] region) {
		long n = 0;
		for (int word = 0; word < planes[t].length; word++) {
			final int first = word / rowWords * width + (word % rowWords << 6);
			for (long bits = planes[t][word]; bits != 0; bits &= bits - 1)
				if (region[first + Long.numberOfTrailingZeros(bits)] != 0) n++;
		}
		return n;
	}

	/** The mask of sample t; a copy. */
	public Labels mask(final int t) {
		final byte[] mask = new byte[width * height];
		for (int word = 0; word < planes[t].length; word++) {
			final int first = word / rowWords * width + (word % rowWords << 6);
			for (long bits = planes[t][word]; bits != 0; bits &= bits - 1)
				mask[first + Long.numberOfTrailingZeros(bits)] = 1;
		}
		return Labels.ofClasses(mask, width, height);
	}

	/** Of the probability, 0..1, which made these masks. */
	public double threshold() {
		return threshold;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Number T of samples. */
	public int samples() {
		return planes.length;
	}
}
