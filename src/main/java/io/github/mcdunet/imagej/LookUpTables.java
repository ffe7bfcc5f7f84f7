package io.github.mcdunet.imagej;

import ij.process.LUT;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.inference.MapKind;

import java.util.List;

/**
 * Colours in which equal steps look equal, also to most colour-blind eyes and in grey print: ten
 * colours each of matplotlib's viridis and magma (Nathaniel Smith and Stéfan van der Walt,
 * https://bids.github.io/colormap, CC0), joined by cubic splines.
 */
public final class LookUpTables {

	private static final int SIZE = 256;

	private LookUpTables() {
	}

	/** The table of a map. */
	public static LUT of(final MapKind.Colors colors) {
		return switch (colors) {
			case VIRIDIS -> viridis();
			case MAGMA -> magma();
		};
	}

	/** From dark violet over green to yellow, for probabilities. */
	public static LUT viridis() {
		return spline(0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779,
			0x6dcd59, 0xb4de2c, 0xfde725);
	}

	/** From black over purple and orange to light yellow, for uncertainties. */
	public static LUT magma() {
		return spline(0x000004, 0x180f3e, 0x451077, 0x721f81, 0x9f2f7f, 0xcd4071, 0xf1605d,
			0xfd9567, 0xfec98d, 0xfcfdbf);
	}

	/** From black to white, for masks. */
	public static LUT grays() {
		final byte[] ramp = new byte[SIZE];
		for (int i = 0; i < SIZE; i++)
			ramp[i] = (byte) i;
		return new LUT(ramp, ramp.clone(), ramp.clone());
	}

	/** Black for 0, then 255 colours that are easily told apart, for numbers of objects. */
	public static LUT labels() {
		final byte[] red = new byte[SIZE], green = new byte[SIZE], blue = new byte[SIZE];
		final int[] colors = DistinctColors.rgb(SIZE - 1);
		for (int i = 1; i < SIZE; i++) {
			red[i] = (byte) (colors[i - 1] >> 16);
			green[i] = (byte) (colors[i - 1] >> 8);
			blue[i] = (byte) colors[i - 1];
		}
		return new LUT(red, green, blue);
	}

	/** The classes' colours by their numbers; black for what is no class. */
	public static LUT of(final List<LabelClass> classes) {
		final byte[] red = new byte[SIZE], green = new byte[SIZE], blue = new byte[SIZE];
		for (int k = 0; k < classes.size(); k++) {
			red[k] = (byte) (classes.get(k).color() >> 16);
			green[k] = (byte) (classes.get(k).color() >> 8);
			blue[k] = (byte) classes.get(k).color();
		}
		return new LUT(red, green, blue);
	}

	private static LUT spline(final int... colors) {
		return new LUT(channel(colors, 16), channel(colors, 8), channel(colors, 0));
	}

	/** A Catmull-Rom spline through one channel of colours at equal distances. */
	private static byte[] channel(final int[] colors, final int shift) {
		final byte[] ramp = new byte[SIZE];
		final int last = colors.length - 1;
		for (int i = 0; i < SIZE; i++) {
			final double position = (double) i * last / (SIZE - 1);
			final int k = Math.min(last - 1, (int) position);
			final double a = value(colors, k, shift), b = value(colors, k + 1, shift);
			// Beyond either end the line goes straight on
			final double before = k > 0 ? value(colors, k - 1, shift) : 2 * a - b;
			final double after = k + 2 <= last ? value(colors, k + 2, shift) : 2 * b - a;
			final double t = position - k, slopeA = (b - before) / 2, slopeB = (after - a) / 2;
			final double value = a + t * (slopeA
				+ t * (3 * (b - a) - 2 * slopeA - slopeB + t * (2 * (a - b) + slopeA + slopeB)));
			ramp[i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
		}
		return ramp;
	}

	private static int value(final int[] colors, final int k, final int shift) {
		return colors[k] >> shift & 0xff;
	}
}
