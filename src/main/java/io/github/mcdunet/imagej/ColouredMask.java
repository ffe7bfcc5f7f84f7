package io.github.mcdunet.imagej;

import ij.process.ColorProcessor;

import io.github.mcdunet.dataset.MaskValues;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A mask in colours: whatever has another colour than the background is object. Colours that
 * changed a little, as in JPEG files, and those of smoothed outlines are cut half way. An RGB image
 * of grey values is a grey mask.
 */
final class ColouredMask {

	private static final int FULL = 255, HALF = 128, BLACK = 24, GRAY = 16, NEAR = 32;
	private static final int LIGHT = 200, MASK = 0xffffff, FEW = 8;
	private static final int COARSE = 0xf0f0f0;

	private final int width;
	private final int height;
	private final int[] colours;

	ColouredMask(final ColorProcessor plane) {
		width = plane.getWidth();
		height = plane.getHeight();
		final int[] pixels = (int[]) plane.getPixels();
		colours = new int[pixels.length];
		for (int p = 0; p < colours.length; p++)
			colours[p] = pixels[p] & MASK;
	}

	MaskValues values(final String name) {
		final float[] values = new float[colours.length];
		if (isGray()) {
			for (int p = 0; p < values.length; p++)
				values[p] = Math
					.round((red(colours[p]) + green(colours[p]) + blue(colours[p])) / 3f);
			return new MaskValues(name, values, width, height, FULL, false, Optional.empty());
		}
		final int background = background();
		final int cut = isSmooth(background) ? cut(background) : 1;
		for (int p = 0; p < values.length; p++)
			values[p] = distance(colours[p], background) >= cut ? FULL : 0;
		return new MaskValues(name, values, width, height, FULL, false, Optional
			.of(words(background) + (cut > 1 ? " (smoothed or JPEG: cut at outlines)" : "")));
	}

	private boolean isGray() {
		long coloured = 0;
		for (final int c : colours)
			if (Math.max(red(c), Math.max(green(c), blue(c)))
				- Math.min(red(c), Math.min(green(c), blue(c))) > GRAY) coloured++;
		return coloured < FEW && 50 * coloured < colours.length;
	}

	/** Black if there is any to speak of, unless light grey or white fills most of the image. */
	private int background() {
		final Map<Integer, Integer> counts = new HashMap<>();
		for (final int c : colours)
			counts.merge(c, 1, Integer::sum);
		int usual = 0, black = 0;
		long dark = 0;
		for (final Map.Entry<Integer, Integer> e : counts.entrySet()) {
			if (e.getValue() > counts.getOrDefault(usual, 0)) usual = e.getKey();
			if (distance(e.getKey(), 0) > BLACK) continue;
			dark += e.getValue();
			if (e.getValue() > counts.getOrDefault(black, 0)) black = e.getKey();
		}
		final boolean paper = Math.min(red(usual), Math.min(green(usual), blue(usual))) >= LIGHT
			&& 2 * counts.get(usual) > colours.length;
		return 100 * dark >= colours.length && !paper ? black : usual;
	}

	/** Whether many colours lie alone among others. */
	private boolean isSmooth(final int background) {
		final Map<Integer, int[]> pairs = pairs(background, 0, MASK);
		long soft = 0, all = 0;
		for (final int[] n : pairs.values()) {
			all += n[0];
			if (n[1] < n[2]) soft += n[0];
		}
		return soft >= FEW && 50 * soft > all;
	}

	/** Half the way to the nearest of the colours that fill areas. */
	private int cut(final int background) {
		final Map<Integer, int[]> pairs = pairs(background, NEAR, COARSE);
		long all = 0;
		for (final int[] n : pairs.values())
			all += n[0];
		int nearest = FULL + 1;
		for (final Map.Entry<Integer, int[]> e : pairs.entrySet())
			if (50L * e.getValue()[0] >= all && e.getValue()[1] >= 2 * e.getValue()[2])
				nearest = Math.min(nearest, distance(e.getKey() + 0x080808, background));
		return Math.max(NEAR / 2, Math.min(HALF, nearest / 2));
	}

	/**
	 * Of each colour but the background's: its pixels, and how many of their neighbours are the
	 * same and another.
	 */
	private Map<Integer, int[]> pairs(final int background, final int near, final int bits) {
		final Map<Integer, int[]> pairs = new HashMap<>();
		for (int p = 0; p < colours.length; p++) {
			if (distance(colours[p], background) <= near) continue;
			pairs.computeIfAbsent(colours[p] & bits, k -> new int[3])[0]++;
			if (p % width + 1 < width) pair(p, p + 1, background, near, bits, pairs);
			if (p + width < colours.length) pair(p, p + width, background, near, bits, pairs);
		}
		return pairs;
	}

	private void pair(final int p, final int q, final int background, final int near,
		final int bits, final Map<Integer, int[]> pairs) {
		if (distance(colours[q], background) <= near) return;
		final int a = colours[p] & bits, b = colours[q] & bits;
		if (a == b) pairs.get(a)[1] += 2;
		else {
			pairs.get(a)[2]++;
			pairs.computeIfAbsent(b, k -> new int[3])[2]++;
		}
	}

	private static int distance(final int a, final int b) {
		return Math.max(Math.abs(red(a) - red(b)),
			Math.max(Math.abs(green(a) - green(b)), Math.abs(blue(a) - blue(b))));
	}

	private static String words(final int colour) {
		return distance(colour, 0) <= BLACK ? "black" : distance(colour, MASK) <= BLACK ? "white"
			: "the colour (" + red(colour) + ", " + green(colour) + ", " + blue(colour) + ")";
	}

	private static int red(final int c) {
		return c >> 16 & 0xff;
	}

	private static int green(final int c) {
		return c >> 8 & 0xff;
	}

	private static int blue(final int c) {
		return c & 0xff;
	}
}
