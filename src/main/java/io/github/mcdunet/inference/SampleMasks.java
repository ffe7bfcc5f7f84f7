package io.github.mcdunet.inference;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.network.Outputs;

import java.util.Arrays;
import java.util.Optional;

/**
 * The masks of T Monte Carlo samples of one image, one bit per sample and pixel: foreground where
 * the sample's own probability reaches the threshold. W x H x T / 8 bytes, each row rounded up to
 * 8; as many again for the seeds of touching objects, and for each bit that it takes to number the
 * classes of the foreground. Not thread-safe while it is filled.
 */
public final class SampleMasks {

	/** Logit of the separation from which on a pixel is a seed: a probability of one half. */
	private static final float SEED = 0;

	private final int width;
	private final int height;
	private final int rowWords;
	private final double threshold;
	private final float logit;
	private final long[][] planes;
	private final Outputs outputs;
	/** The seeds of touching objects; without separation none. */
	private final long[][] seeds;
	/** [bits][T][words]: the bits of the class less 1. */
	private final long[][][] classBits;

	/**
	 * Masks that are background everywhere.
	 *
	 * @param samples T, &gt;= 1
	 * @param threshold of the probability, 0..1, as for the mask of the mean
	 */
	public SampleMasks(final int width, final int height, final int samples,
		final double threshold) {
		this(Outputs.BINARY, width, height, samples, threshold);
	}

	/**
	 * Masks that are background everywhere.
	 *
	 * @param outputs what is known of each pixel
	 * @param samples T, &gt;= 1
	 * @param threshold of the probability, 0..1, as for the mask of the mean
	 */
	public SampleMasks(final Outputs outputs, final int width, final int height, final int samples,
		final double threshold) {
		if (samples < 1) throw new IllegalArgumentException(samples + " samples");
		this.width = width;
		this.height = height;
		this.threshold = threshold;
		rowWords = (width + 63) >>> 6;
		// p >= threshold is z >= ln(threshold / (1 - threshold)): minus infinity at 0, infinity at 1
		logit = (float) (Math.log(threshold) - Math.log1p(-threshold));
		this.outputs = outputs;
		planes = bits(samples);
		seeds = outputs.separation() ? bits(samples) : new long[0][];
		classBits = new long[classBits(outputs)][][];
		Arrays.setAll(classBits, b -> bits(samples));
	}

	private long[][] bits(final int samples) {
		return new long[samples][Math.multiplyExact(rowWords, height)];
	}

	/** How many bits it takes to number the classes of the foreground. */
	private static int classBits(final Outputs outputs) {
		return Integer.SIZE - Integer.numberOfLeadingZeros(outputs.classes() - 2);
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
				if (masks[t].isForeground(i)) all.set(all.planes[t], i % width, i / width, true);
		}
		return all;
	}

	/** Memory that the masks of such an image take, in bytes. */
	public static long bytes(final int width, final int height, final int samples) {
		return bytes(Outputs.BINARY, width, height, samples);
	}

	/** Memory that the masks of such an image take, in bytes. */
	public static long bytes(final Outputs outputs, final int width, final int height,
		final int samples) {
		final int planes = 1 + (outputs.separation() ? 1 : 0) + classBits(outputs);
		return 8L * ((width + 63) >>> 6) * height * samples * planes;
	}

	/** Makes a pixel background in all samples. */
	void clear(final int x, final int y) {
		for (final long[] plane : planes)
			set(plane, x, y, false);
		for (final long[] plane : seeds)
			set(plane, x, y, false);
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
		putRow(planes[t], x, y, logits, from, length, logit);
	}

	/**
	 * As {@link #putRow(int, int, int, float[], int, int)}, with classes and seeds.
	 *
	 * @param foreground logits of being of any class but the background, [H, W] of a tile
	 * @param all logits of the tile, [planes, H, W]
	 * @param area pixels of a plane
	 */
	void putRow(final int t, final int x, final int y, final float[] foreground, final float[] all,
		final int area, final int from, final int length) {
		putRow(planes[t], x, y, foreground, from, length, logit);
		if (seeds.length > 0)
			putRow(seeds[t], x, y, all, outputs.classPlanes() * area + from, length, SEED);
		if (classBits.length > 0) putClasses(t, x, y, all, area, from, length);
	}

	private void putRow(final long[] plane, final int x, final int y, final float[] logits,
		final int from, final int length, final float least) {
		if (y < 0 || y >= height) return;
		final int end = Math.min(width, x + length);
		for (int i = Math.max(0, x); i < end; i++)
			set(plane, i, y, logits[from + i - x] >= least);
	}

	/** The most probable class of each pixel, were it foreground. */
	private void putClasses(final int t, final int x, final int y, final float[] all,
		final int area, final int from, final int length) {
		if (y < 0 || y >= height) return;
		for (int i = Math.max(0, x); i < Math.min(width, x + length); i++) {
			final int pixel = from + i - x;
			int best = 1;
			for (int k = 2; k < outputs.classes(); k++)
				if (all[k * area + pixel] > all[best * area + pixel]) best = k;
			for (int b = 0; b < classBits.length; b++)
				set(classBits[b][t], i, y, (best - 1 >> b & 1) != 0);
		}
	}

	/** NB: a shift by x shifts by x mod 64. */
	private void set(final long[] plane, final int x, final int y, final boolean on) {
		final int word = y * rowWords + (x >>> 6);
		if (on) plane[word] |= 1L << x;
		else
			plane[word] &= ~(1L << x);
	}

	private boolean get(final long[] plane, final int x, final int y) {
		return (plane[y * rowWords + (x >>> 6)] >>> x & 1) != 0;
	}

	/** Whether pixel (x, y) is foreground in sample t. */
	public boolean get(final int t, final int x, final int y) {
		return get(planes[t], x, y);
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

	/** The mask of sample t, with its classes; a copy. */
	public Labels mask(final int t) {
		final byte[] mask = bytes(planes[t]);
		for (int b = 0; b < classBits.length; b++) {
			final byte[] bit = bytes(classBits[b][t]);
			for (int i = 0; i < mask.length; i++)
				if (mask[i] != 0) mask[i] += (byte) (bit[i] << b);
		}
		return Labels.ofClasses(mask, width, height);
	}

	/**
	 * Where sample t is sure to be inside of an object, away from its edge; a copy. Empty if the
	 * network does not separate objects.
	 */
	public Optional<Labels> seeds(final int t) {
		return seeds.length == 0 ? Optional.empty()
			: Optional.of(Labels.ofClasses(bytes(seeds[t]), width, height));
	}

	/** Of each pixel its bit. */
	private byte[] bytes(final long[] plane) {
		final byte[] bytes = new byte[width * height];
		for (int word = 0; word < plane.length; word++) {
			final int first = word / rowWords * width + (word % rowWords << 6);
			for (long bits = plane[word]; bits != 0; bits &= bits - 1)
				bytes[first + Long.numberOfTrailingZeros(bits)] = 1;
		}
		return bytes;
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
