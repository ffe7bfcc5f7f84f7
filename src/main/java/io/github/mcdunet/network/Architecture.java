package io.github.mcdunet.network;

import io.github.mcdunet.McdUnetException;

import java.util.Objects;

/**
 * The shape of a U-Net: all that is needed to build it. Immutable; the defaults are the reference's
 * (494,009 parameters with two channels).
 */
public final class Architecture {

	private final int channels;
	private final int baseFilters;
	private final int depth;
	private final double dropoutRate;
	private final double momentum;
	private final double epsilon;

	private Architecture(final int channels, final int baseFilters, final int depth,
		final double dropoutRate, final double momentum, final double epsilon) {
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
		if (!(momentum >= 0 && momentum < 1))
			throw new McdUnetException(
				"The batch norm momentum must be at least 0 and below 1, not " + momentum + ".");
		if (!(epsilon > 0 && epsilon < 1))
			throw new McdUnetException(
				"The batch norm epsilon must lie between 0 and 1, not " + epsilon + ".");
		this.channels = channels;
		this.baseFilters = baseFilters;
		this.depth = depth;
		this.dropoutRate = dropoutRate;
		this.momentum = momentum;
		this.epsilon = epsilon;
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
		return new Architecture(channels, n, depth, dropoutRate, momentum, epsilon);
	}

	/** Number of poolings. */
	public Architecture depth(final int n) {
		return new Architecture(channels, baseFilters, n, dropoutRate, momentum, epsilon);
	}

	/** Probability with which a value is dropped, 0 &lt;= p &lt; 1; 0 makes a plain U-Net. */
	public Architecture dropoutRate(final double p) {
		return new Architecture(channels, baseFilters, depth, p, momentum, epsilon);
	}

	/** Share of the old moving statistics that batch norm keeps at each step, as in Keras. */
	public Architecture batchNormMomentum(final double m) {
		return new Architecture(channels, baseFilters, depth, dropoutRate, m, epsilon);
	}

	/** Added to the variance in batch norm. */
	public Architecture batchNormEpsilon(final double e) {
		return new Architecture(channels, baseFilters, depth, dropoutRate, momentum, e);
	}

	public int channels() {
		return channels;
	}

	public int baseFilters() {
		return baseFilters;
	}

	public int depth() {
		return depth;
	}

	public double dropoutRate() {
		return dropoutRate;
	}

	public double batchNormMomentum() {
		return momentum;
	}

	public double batchNormEpsilon() {
		return epsilon;
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
		int radius = (1 << depth) - 1;
		for (int i = 0; i <= depth; i++)
			radius += (i < depth ? 4 : 2) << i;
		return radius;
	}

	/** Whether samples differ from one another. */
	public boolean hasDropout() {
		return dropoutRate > 0;
	}

	@Override
	public boolean equals(final Object o) {
		if (!(o instanceof Architecture)) return false;
		final Architecture a = (Architecture) o;
		return channels == a.channels && baseFilters == a.baseFilters && depth == a.depth
			&& dropoutRate == a.dropoutRate && momentum == a.momentum && epsilon == a.epsilon;
	}

	@Override
	public int hashCode() {
		return Objects.hash(channels, baseFilters, depth, dropoutRate, momentum, epsilon);
	}

	@Override
	public String toString() {
		return channels + " channels, " + baseFilters + " base filters, depth " + depth
			+ ", dropout " + dropoutRate;
	}
}
