package io.github.mcdunet.dataset;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be known of one mask's values to decide what they mean. Immutable. */
public final class MaskStatistics {

	/** What a mask looks like by itself. */
	enum Kind {
		/** All 0. */
		EMPTY("no object"),
		/** 0 and one other value. */
		BINARY("two values"),
		/** Areas of equal whole numbers, and 0. */
		LABELS("labels"),
		/** Values that change from pixel to pixel at outlines, or fractions. */
		SOFT("grey values"),
		/** Without any 0. */
		FULL("no background");

		private final String words;

		Kind(final String words) {
			this.words = words;
		}

		@Override
		public String toString() {
			return words;
		}
	}

	/** What may stand for 1 in a soft mask. */
	static final double[] SCALES = { 1, 100, 255, 1023, 4095, 16383, 32767, 65535 };

	private static final int BINS = 1 << 16;
	private static final int FEWEST_SOFT = 8;
	private static final double SMALL = 0.03, LARGE = 0.97;
	/** Share of the values that fill areas in labels; of probabilities, a few are flat too. */
	private static final double MOSTLY = 0.8;

	private final MaskValues mask;
	private final long[] reaching = new long[SCALES.length];
	private long objects;
	private long negative;
	private long middle;
	private long upperHalf;
	private boolean whole = true;
	private float smallest = Float.POSITIVE_INFINITY;
	private float max = Float.NEGATIVE_INFINITY;
	private float other = Float.NaN;
	private int distinct;
	private final Kind kind;
	private final float least;

	private MaskStatistics(final MaskValues mask) {
		this.mask = new MaskValues(mask.name(), new float[0], mask.width(), mask.height(),
			mask.largest(), mask.inverted(), mask.colour());
		count(mask.values());
		kind = kind(mask);
		least = kind == Kind.SOFT && !whole && smallest <= 0 ? leastArea(mask) : Float.NaN;
	}

	public static MaskStatistics of(final MaskValues mask) {
		return new MaskStatistics(mask);
	}

	private void count(final float[] values) {
		for (final float value : values) {
			final float v = Float.isNaN(value) ? 0 : value;
			if (v > 0) objects++;
			if (v < 0) negative++;
			if (v != Math.rint(v)) whole = false;
			if (distinct == 0 || v != smallest && v != max && v != other) {
				if (distinct > 0 && v > smallest && v < max) other = v;
				distinct++;
			}
			smallest = Math.min(smallest, v);
			max = Math.max(max, v);
			for (int k = 0; k < SCALES.length && v >= SCALES[k] / 2; k++)
				reaching[k]++;
		}
		final double known = scale(mask.largest(), max), scale = known > 0 ? known : max;
		final double margin = whole ? SMALL : 0.1;
		for (final float v : values) {
			if (v >= max / 2) upperHalf++;
			if (v > margin * scale && v < (1 - margin) * scale) middle++;
		}
	}

	private Kind kind(final MaskValues values) {
		if (objects == 0) return Kind.EMPTY;
		final boolean noZero = smallest > 0;
		if (distinct == 1) return Kind.FULL;
		if (distinct == 2 && !noZero) return Kind.BINARY;
		if (!whole || isSoft(values)) return Kind.SOFT;
		if (!noZero) return Kind.LABELS;
		return distinct == 2 && smallest <= mask.largest() / 4.0 && max >= 0.75 * mask.largest()
			&& mask.largest() > 0 ? Kind.SOFT : Kind.FULL;
	}

	/**
	 * Whether values between 0 and the largest lie in areas of their own only by chance. In label
	 * images, a pixel's neighbours are mostly its like or background.
	 */
	private boolean isSoft(final MaskValues mask) {
		final int bins = (int) Math.min(BINS, max + 1.0);
		final int[] pixels = new int[bins], equal = new int[bins], unequal = new int[bins];
		final boolean[] below = new boolean[bins];
		final float[] v = mask.values();
		final int w = mask.width();
		for (int p = 0; p < v.length; p++) {
			if (!(v[p] > 0)) continue;
			pixels[bin(v[p])]++;
			if (p % w + 1 < w) pair(v[p], v[p + 1], equal, unequal, below);
			if (p + w < v.length) pair(v[p], v[p + w], equal, unequal, below);
		}
		long all = 0, allSoft = 0, inner = 0, innerSoft = 0, rising = 0, top = 0;
		int values = 0;
		for (int b = 0; b < bins; b++) {
			if (pixels[b] > 0) values++;
			if (b >= LARGE * max) top += pixels[b];
			if (b == bin(max) || pixels[b] == 0) continue;
			final boolean soft = equal[b] < unequal[b];
			final boolean inside = b > SMALL * max && b < LARGE * max;
			all += pixels[b];
			if (soft) allSoft += pixels[b];
			if (inside) inner += pixels[b];
			if (inside && soft) innerSoft += pixels[b];
			if (below[b]) rising += pixels[b];
		}
		if (all >= FEWEST_SOFT && 2 * allSoft > all
			|| inner >= FEWEST_SOFT && 2 * innerSoft > inner) return true;
		// Enlarged without interpolation: steps of grey around areas of full scale
		return values >= 5 && all >= FEWEST_SOFT && mask.largest() > 0 && 2 * top > objects
			&& max >= LARGE * 255 && rising > 0.9 * all;
	}

	/**
	 * The smallest fraction that fills an area, as labels do that were divided by 255 or by their
	 * number; NaN where fractions change from pixel to pixel, as probabilities do.
	 */
	private float leastArea(final MaskValues mask) {
		final boolean[] solid = squares(mask);
		final Map<Float, int[]> counts = new HashMap<>();
		for (int p = 0; p < solid.length; p++) {
			final float v = mask.values()[p];
			if (!(v > 0 && v < max)) continue;
			final int[] count = counts.computeIfAbsent(v, k -> new int[2]);
			count[0]++;
			if (solid[p]) count[1]++;
		}
		final List<Float> areas = counts.entrySet().stream()
			.filter(e -> 2 * e.getValue()[1] >= e.getValue()[0]).map(Map.Entry::getKey).toList();
		return areas.isEmpty() || areas.size() < MOSTLY * counts.size() ? Float.NaN
			: Collections.min(areas);
	}

	/** Pixels that belong to a square of 2 x 2 pixels of one value. */
	private static boolean[] squares(final MaskValues mask) {
		final float[] v = mask.values();
		final int w = mask.width();
		final boolean[] square = new boolean[v.length];
		for (int p = 0; p + w + 1 < v.length; p++)
			if (p % w + 1 < w && v[p] == v[p + 1] && v[p] == v[p + w] && v[p] == v[p + w + 1])
				square[p] = square[p + 1] = square[p + w] = square[p + w + 1] = true;
		return square;
	}

	/** @return what stands for 1 in a soft mask; 0 if that cannot be told */
	static double scale(final int largest, final float max) {
		if (largest > 0) {
			if (max == 100) return 100;
			if (max <= 255) return 255;
			for (final double scale : SCALES)
				if (scale > 255 && max <= scale && max >= 0.9 * scale) return scale;
			return largest;
		}
		// NB: interpolation overshoots.
		if (max <= 1.25) return 1;
		if (max > 50 && max <= 105) return 100;
		if (max > 127.5 && max <= 320) return 255;
		return max > 32767 && max <= 1.25 * 65535 ? 65535 : 0;
	}

	private static void pair(final float a, final float b, final int[] equal, final int[] unequal,
		final boolean[] below) {
		if (!(b > 0)) return;
		if (a == b) equal[bin(a)] += 2;
		else {
			unequal[bin(a)]++;
			unequal[bin(b)]++;
			below[bin(Math.min(a, b))] = true;
		}
	}

	private static int bin(final float value) {
		return (int) value & BINS - 1;
	}

	String name() {
		return mask.name();
	}

	Kind kind() {
		return kind;
	}

	long pixels() {
		return (long) mask.width() * mask.height();
	}

	/** The smallest fraction that fills an area; NaN if none does. */
	float leastArea() {
		return least;
	}

	/** Number of pixels above 0. */
	long objects() {
		return objects;
	}

	long negative() {
		return negative;
	}

	/** Number of pixels neither near 0 nor near full scale. */
	long middle() {
		return middle;
	}

	/** Number of pixels of at least half of a scale, or of this mask's own maximum. */
	long reaching(final double scale) {
		for (int k = 0; k < SCALES.length; k++)
			if (SCALES[k] == scale) return reaching[k];
		return upperHalf;
	}

	boolean isWhole() {
		return whole;
	}

	float smallest() {
		return smallest;
	}

	float max() {
		return max;
	}

	int largest() {
		return mask.largest();
	}

	boolean isInverted() {
		return mask.inverted() && (kind == Kind.BINARY || kind == Kind.SOFT);
	}

	Optional<String> colour() {
		return mask.colour();
	}
}
