package io.github.mcdunet.imagej.tiff;

import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.util.List;

/** What is transparent in a mask is background. */
public final class Transparency {

	private Transparency() {
	}

	/**
	 * Puts planes on black; or takes the opacity itself, where all that is opaque is black.
	 *
	 * @param planes one grey plane, or one for each colour; are changed
	 * @param opacity of the same size
	 * @param opaque value of full opacity
	 * @param premultiplied whether the planes lie on black already
	 */
	public static List<ImageProcessor> onBlack(final List<ImageProcessor> planes,
		final ImageProcessor opacity, final double opaque, final boolean premultiplied) {
		boolean isDark = true, isOpaque = true;
		for (int p = 0; p < opacity.getPixelCount(); p++) {
			isOpaque &= opacity.getf(p) >= opaque;
			for (final ImageProcessor plane : planes)
				isDark &= opacity.getf(p) == 0 || plane.getf(p) == 0;
		}
		if (isOpaque) return planes;
		if (isDark) return List.of(opacity);
		if (!premultiplied) for (final ImageProcessor plane : planes)
			for (int p = 0; p < opacity.getPixelCount(); p++) {
				final double value = plane.getf(p) * opacity.getf(p) / opaque;
				plane.setf(p, (float) (plane instanceof FloatProcessor ? value : Math.rint(value)));
			}
		return planes;
	}
}
