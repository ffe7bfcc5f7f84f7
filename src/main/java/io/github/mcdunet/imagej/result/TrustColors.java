package io.github.mcdunet.imagej.result;

import java.awt.Color;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Colours for how sure the network is of an object: blue for sure, yellow for doubtful, orange-red
 * for unsure; all people tell them apart (Okabe and Ito 2008).
 */
final class TrustColors {

	private static final int[][] STOPS = { { 213, 94, 0 }, { 240, 228, 66 }, { 86, 180, 233 } };

	/**
	 * Confidence below which an object is as unsure as can be: samples that overlap by less than
	 * half.
	 */
	private static final double LOWEST = 0.5;

	/** Colours of the legend. */
	private static final int STEPS = 12;

	private TrustColors() {
	}

	/** @param confidence 0..1 */
	static Color of(final double confidence) {
		final double t = 2 * Math.max(0, Math.min(1, (confidence - LOWEST) / (1 - LOWEST)));
		final int[] a = STOPS[Math.min(1, (int) t)], b = STOPS[Math.min(1, (int) t) + 1];
		final double f = t - Math.min(1, (int) t);
		return new Color(mix(a[0], b[0], f), mix(a[1], b[1], f), mix(a[2], b[2], f));
	}

	private static int mix(final int a, final int b, final double f) {
		return (int) Math.round(a + f * (b - a));
	}

	/** From unsure to sure. */
	static Legend legend() {
		return new Legend(
			IntStream.range(0, STEPS).mapToObj(i -> of(LOWEST + (1 - LOWEST) * i / (STEPS - 1)))
				.collect(Collectors.toList()),
			"unsure", "sure");
	}
}
