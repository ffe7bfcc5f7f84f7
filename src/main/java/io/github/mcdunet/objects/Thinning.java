package io.github.mcdunet.objects;

import java.util.Arrays;

/**
 * Thins objects to lines of one pixel that keep their connections and holes (Guo and Hall 1989,
 * first algorithm, https://doi.org/10.1145/62065.62074).
 */
final class Thinning {

	/** Which neighbourhoods let a pixel go, in the even and in the odd passes. */
	private static final boolean[][] GOES = { table(false), table(true) };

	private final int[] neighbours;
	private final byte[] inside;
	private final int[] marks;
	private int pass;

	private Thinning(final Patch patch) {
		final int w = patch.width();
		// Clockwise from the north: p2 to p9 of the paper
		neighbours = new int[]{ -w, -w + 1, 1, w + 1, w, w - 1, -1, -w - 1 };
		inside = patch.inside().clone();
		marks = new int[inside.length];
	}

	/**
	 * Linear in the number of pixels of the patch: after the first two passes only pixels are
	 * looked at whose neighbourhood has changed.
	 *
	 * @return the skeleton, of the same size as the patch, 1 = skeleton
	 */
	static byte[] skeleton(final Patch patch) {
		return new Thinning(patch).run();
	}

	private byte[] run() {
		final int[] all = all();
		int[] before = pass(all), gone = pass(all);
		while (before.length + gone.length > 0) {
			final int[] candidates = around(before, gone);
			before = gone;
			gone = pass(candidates);
		}
		return inside;
	}

	private int[] all() {
		final int[] pixels = new int[inside.length];
		int n = 0;
		for (int i = 0; i < inside.length; i++)
			if (inside[i] != 0) pixels[n++] = i;
		return Arrays.copyOf(pixels, n);
	}

	/** Takes away at once all candidates that may go; returns them. */
	private int[] pass(final int[] candidates) {
		final boolean[] goes = GOES[pass++ & 1];
		final int[] gone = new int[candidates.length];
		int n = 0;
		for (final int i : candidates)
			if (inside[i] != 0 && goes[neighbourhood(i)]) gone[n++] = i;
		for (int k = 0; k < n; k++)
			inside[gone[k]] = 0;
		return Arrays.copyOf(gone, n);
	}

	private int neighbourhood(final int i) {
		int bits = 0;
		for (int k = 0; k < 8; k++)
			bits |= inside[i + neighbours[k]] << k;
		return bits;
	}

	private int[] around(final int[] a, final int[] b) {
		final int[] found = new int[8 * (a.length + b.length)];
		int n = 0;
		for (final int[] gone : new int[][]{ a, b })
			for (final int i : gone)
				for (final int offset : neighbours)
					if (inside[i + offset] != 0 && marks[i + offset] != pass) {
						marks[i + offset] = pass;
						found[n++] = i + offset;
					}
		return Arrays.copyOf(found, n);
	}

	private static boolean[] table(final boolean odd) {
		final boolean[] goes = new boolean[256];
		for (int bits = 0; bits < 256; bits++)
			goes[bits] = goes(bits, odd);
		return goes;
	}

	private static boolean goes(final int bits, final boolean odd) {
		final boolean[] p = new boolean[10];
		for (int k = 0; k < 8; k++)
			p[k + 2] = (bits >> k & 1) != 0;
		int connections = 0, pairs = 0, otherPairs = 0;
		for (int k = 2; k <= 8; k += 2) {
			final boolean next = p[k == 8 ? 2 : k + 2], previous = p[k == 2 ? 9 : k - 1];
			if (!p[k] && (p[k + 1] || next)) connections++;
			if (previous || p[k]) pairs++;
			if (p[k] || p[k + 1]) otherPairs++;
		}
		final int neighbours = Math.min(pairs, otherPairs);
		final boolean stays = odd ? (p[2] || p[3] || !p[5]) && p[4]
			: (p[6] || p[7] || !p[9]) && p[8];
		return connections == 1 && neighbours >= 2 && neighbours <= 3 && !stays;
	}
}
