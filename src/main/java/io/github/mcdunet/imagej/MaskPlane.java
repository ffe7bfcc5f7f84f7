package io.github.mcdunet.imagej;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import io.github.mcdunet.dataset.MaskValues;

import java.util.Optional;

/**
 * The numbers of one mask as ImageJ shows them: with the sign of signed images, with the colours of
 * palettes where these tell background from objects, and RGB as its distance from the background's
 * colour.
 */
final class MaskPlane {

	private static final int BYTE = 255, SHORT = 65535, BLACK = 8;

	private MaskPlane() {
	}

	static MaskValues of(final ImagePlus masks, final int i, final String name) {
		final ImageProcessor plane = ImageStacks.plane(masks, i, 0);
		if (plane instanceof ColorProcessor color) return new ColouredMask(color).values(name);
		final float[] values = calibrated(plane, masks.getCalibration());
		final int largest = masks.getBitDepth() == 8 ? BYTE : masks.getBitDepth() == 16 ? SHORT : 0;
		// NB: the image's own table, before the display range is applied to it
		final LUT table = masks.getProcessor().getLut();
		return table == null || isRising(table) ? values(name, values, plane, largest, false)
			: largest == BYTE ? indexed(name, plane, values, table)
				: values(name, values, plane, largest, isFalling(table));
	}

	/** The values as such, with the sign of signed images, whatever their colours are. */
	static MaskValues numbers(final ImagePlus stack, final int i, final String name) {
		final ImageProcessor plane = ImageStacks.plane(stack, i, 0);
		return values(name, calibrated(plane, stack.getCalibration()), plane, 0, false);
	}

	private static MaskValues values(final String name, final float[] values,
		final ImageProcessor plane, final int largest, final boolean inverted) {
		return new MaskValues(name, values, plane.getWidth(), plane.getHeight(), largest, inverted,
			Optional.empty());
	}

	/** Signed 8- and 16-bit images are stored with an offset, which the calibration takes away. */
	private static float[] calibrated(final ImageProcessor plane, final Calibration calibration) {
		final double[] line = calibration.getFunction() == Calibration.STRAIGHT_LINE
			? calibration.getCoefficients() : null;
		final boolean isLine = line != null && line.length > 1 && plane.getBitDepth() != 32;
		final double offset = isLine ? line[0] : 0, slope = isLine ? line[1] : 1;
		final float[] values = new float[plane.getPixelCount()];
		for (int p = 0; p < values.length; p++)
			values[p] = isLine ? (float) (offset + slope * plane.get(p)) : plane.getf(p);
		return values;
	}

	/** An 8-bit plane whose colours are not simply brighter for larger values. */
	private static MaskValues indexed(final String name, final ImageProcessor plane,
		final float[] values, final LUT table) {
		final long[] pixels = new long[BYTE + 1];
		for (int p = 0; p < values.length; p++)
			pixels[plane.get(p)]++;
		int used = 0, lowest = -1, highest = 0;
		boolean gray = true, falling = true, rising = true;
		for (int v = 0; v <= BYTE; v++) {
			if (pixels[v] == 0) continue;
			if (used > 0) {
				falling &= light(table, v) <= light(table, highest);
				rising &= light(table, v) >= light(table, highest);
			}
			if (lowest < 0) lowest = v;
			highest = v;
			used++;
			gray &= isGray(table, v);
		}
		if (used < 2 || rising) return values(name, values, plane, BYTE, false);
		if (used == 2) {
			for (int p = 0; p < values.length; p++)
				values[p] = plane.get(p) == lowest ? 0 : BYTE;
			return values(name, values, plane, BYTE, true);
		}
		if (gray && falling) return values(name, values, plane, BYTE, true);
		if (gray) for (int p = 0; p < values.length; p++)
			values[p] = light(table, plane.get(p)) / 3f;
		else
			putBackgroundToZero(plane, values, pixels, table);
		return values(name, values, plane, BYTE, false);
	}

	/** Labels in colours: where black has another number than 0, and more pixels, it is 0. */
	private static void putBackgroundToZero(final ImageProcessor plane, final float[] values,
		final long[] pixels, final LUT table) {
		int black = 0;
		for (int v = 1; v <= BYTE; v++)
			if (pixels[v] > pixels[black] && light(table, v) <= 3 * BLACK) black = v;
		if (black == 0 || light(table, 0) <= 3 * BLACK && pixels[0] > 0) return;
		for (int p = 0; p < values.length; p++)
			if (plane.get(p) == black) values[p] = 0;
			else if (plane.get(p) == 0) values[p] = BYTE + 1;
	}

	private static int light(final LUT table, final int v) {
		return table.getRed(v) + table.getGreen(v) + table.getBlue(v);
	}

	private static boolean isGray(final LUT table, final int v) {
		return table.getRed(v) == table.getGreen(v) && table.getRed(v) == table.getBlue(v);
	}

	private static boolean isRising(final LUT table) {
		return isMonotone(table, 1);
	}

	private static boolean isFalling(final LUT table) {
		return isMonotone(table, -1);
	}

	private static boolean isMonotone(final LUT table, final int sign) {
		for (int v = 1; v <= BYTE; v++)
			if (sign * (light(table, v) - light(table, v - 1)) < 0) return false;
		return sign * (light(table, BYTE) - light(table, 0)) > 0;
	}
}
