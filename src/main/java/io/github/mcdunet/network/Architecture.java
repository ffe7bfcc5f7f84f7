package io.github.mcdunet.network;

import io.github.mcdunet.McdUnetException;

/**
 * The shape of a U-Net: all that is needed to build it. Immutable; the defaults are the reference's
 * (494,009 parameters with two channels).
 *
 * @param channels of the images, 1 to 1024
 * @param baseFilters filters of the first level, 1 to 256; level i has 2^i times as many
 * @param depth number of poolings, 1 to 7
 * @param dropoutRate probability with which a value is dropped, 0 &lt;= p &lt; 1; 0 makes a plain
 * U-Net
 * @param batchNormMomentum share of the old moving statistics that batch norm keeps at each step,
 * as in Keras, 0 &lt;= m &lt; 1
 * @param batchNormEpsilon added to the variance in batch norm, 0 &lt; e &lt; 1
 * @param outputs what it gives for each pixel
 */
public record Architecture(int channels, int baseFilters, int depth, double dropoutRate,
	double batchNormMomentum, double batchNormEpsilon, Outputs outputs) {

	/** @throws McdUnetException if a number is out of its range */
	public Architecture {
		if (channels < 1 || channels > 1024)
			throw new McdUnetException("A network needs 1 to 1024 channels, not " + channels + ".");
		if (baseFilters < 1 || baseFilters > 256)
			throw new McdUnetException(
				"The number of base filters must be 1 to 256, not " + baseFilters + ".");
		if (depth < 1 || depth > 7)
			throw new McdUnetException("The depth must be 1 to 7, not " + depth + ".");
		if (!(dropoutRate >= 0 && dropoutRate < 1))
			throw new McdUnetException(
				"The dropout rate must be at least 0 and below 1, not " + dropoutRate + ".");
		if (!(batchNormMomentum >= 0 && batchNormMomentum < 1))
			throw new McdUnetException(
				"The batch norm momentum must be at least 0 and below 1, not " + batchNormMomentum
					+ ".");
		if (!(batchNormEpsilon > 0 && batchNormEpsilon < 1))
			throw new McdUnetException(
				"The batch norm epsilon must lie between 0 and 1, not " + batchNormEpsilon + ".");
	}

	/** A network of two classes, as the reference's. */
	public Architecture(final int channels, final int baseFilters, final int depth,
		final double dropoutRate, final double batchNormMomentum, final double batchNormEpsilon) {
		this(channels, baseFilters, depth, dropoutRate, batchNormMomentum, batchNormEpsilon,
			Outputs.BINARY);
	}

	/**
	 * The reference's MC dropout U-Net: 8 base filters, depth 4, dropout 0.5, batch norm momentum
	 * 0.99 and epsilon 1e-3.
	 */
	public static Architecture reference(final int channels) {
		return new Architecture(channels, 8, 4, 0.5, 0.99, 1e-3);
	}

	/** Filters of the first level; level i has 2^i times as many. */
	public Architecture baseFilters(final int n) {
		return new Architecture(channels, n, depth, dropoutRate, batchNormMomentum,
			batchNormEpsilon, outputs);
	}

	/** Number of poolings. */
	public Architecture depth(final int n) {
		return new Architecture(channels, baseFilters, n, dropoutRate, batchNormMomentum,
			batchNormEpsilon, outputs);
	}

	/** Probability with which a value is dropped, 0 &lt;= p &lt; 1; 0 makes a plain U-Net. */
	public Architecture dropoutRate(final double p) {
		return new Architecture(channels, baseFilters, depth, p, batchNormMomentum,
			batchNormEpsilon, outputs);
	}

	/** Share of the old moving statistics that batch norm keeps at each step, as in Keras. */
	public Architecture batchNormMomentum(final double m) {
		return new Architecture(channels, baseFilters, depth, dropoutRate, m, batchNormEpsilon,
			outputs);
	}

	/** Added to the variance in batch norm. */
	public Architecture batchNormEpsilon(final double e) {
		return new Architecture(channels, baseFilters, depth, dropoutRate, batchNormMomentum, e,
			outputs);
	}

	/** What the network gives for each pixel. */
	public Architecture outputs(final Outputs newOutputs) {
		return new Architecture(channels, baseFilters, depth, dropoutRate, batchNormMomentum,
			batchNormEpsilon, newOutputs);
	}

	/** Filters of level i, 0 = full resolution .. depth = the bottom. */
	public int filters(final int level) {
		return baseFilters << level;
	}

	/** Sizes must be multiples of this: 2^depth pixels. */
	public int alignment() {
		return 1 << depth;
	}

	/**
	 * How far a pixel's output looks, in pixels to either side: two 3 x 3 convolutions per level on
	 * the way down (levels 0..depth) and up (levels depth - 1..0), each 2^level pixels, and at most
	 * 2^depth - 1 more because pooled pixels stand for whole blocks. 62 + 30 + 15 = 107 for depth
	 * 4.
	 */
	public int receptiveRadius() {
		return alignment() - 1 + UNet.units(this).stream().mapToInt(u -> 1 << u.level()).sum();
	}

	/** Whether samples differ from one another. */
	public boolean hasDropout() {
		return dropoutRate > 0;
	}

	@Override
	public String toString() {
		return channels + " channels, " + baseFilters + " base filters, depth " + depth
			+ ", dropout " + dropoutRate + (outputs.equals(Outputs.BINARY) ? "" : ", " + outputs);
	}
}
