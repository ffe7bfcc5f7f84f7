package io.github.mcdunet.view.training;

import ij.process.LUT;

import io.github.mcdunet.imagej.LookUpTables;
import io.github.mcdunet.training.Preview;
import io.github.mcdunet.view.figure.ColorMap;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A preview as pictures, one pixel each. Needs no screen. */
final class PreviewPictures {

	static final int YELLOW = 0xf0e442; // of Okabe and Ito's colours
	static final int WHITE = 0xffffff;
	/** Share of the pixels that is drawn black, and the same white, in a channel. */
	private static final double SATURATED = 0.003;
	private static final int MOST_VALUES = 1 << 16;
	private static final LUT VIRIDIS = LookUpTables.viridis();

	private PreviewPictures() {
	}

	/**
	 * One channel in grey; the darkest and the brightest 0.3 % of its pixels are black and white.
	 */
	static BufferedImage channel(final Preview p, final int channel) {
		final int n = p.width() * p.height();
		final float[] values = Arrays.copyOfRange(p.pixels(), channel * n, (channel + 1) * n);
		final float[] sorted = sampled(values);
		Arrays.sort(sorted);
		final int saturated = (int) (SATURATED * sorted.length);
		final float low = sorted[saturated], high = sorted[sorted.length - 1 - saturated];
		final BufferedImage picture = empty(p);
		for (int i = 0; i < n; i++)
			picture.setRGB(i % p.width(), i / p.width(),
				ColorMap.gray((values[i] - low) / (high - low)));
		return picture;
	}

	/** Enough of the values to know their distribution. */
	private static float[] sampled(final float[] values) {
		final int step = 1 + values.length / MOST_VALUES;
		final float[] some = new float[(values.length + step - 1) / step];
		for (int i = 0; i < some.length; i++)
			some[i] = values[i * step];
		return some;
	}

	/**
	 * Draws a line around the true objects, just outside of them so that thin ones stay visible, as
	 * fine as the picture's pixels.
	 *
	 * @param picture of any size
	 * @param color as 0xRRGGBB
	 */
	static BufferedImage outlined(final BufferedImage picture, final Preview p, final int color) {
		for (int y = 0; y < picture.getHeight(); y++)
			for (int x = 0; x < picture.getWidth(); x++)
				if (!isObject(p, picture, x, y)
					&& (isObject(p, picture, x - 1, y) || isObject(p, picture, x + 1, y)
						|| isObject(p, picture, x, y - 1) || isObject(p, picture, x, y + 1)))
					picture.setRGB(x, y, color);
		return picture;
	}

	private static boolean isObject(final Preview p, final BufferedImage picture, final int x,
		final int y) {
		if (x < 0 || y < 0 || x >= picture.getWidth() || y >= picture.getHeight()) return false;
		final int px = x * p.width() / picture.getWidth(),
			py = y * p.height() / picture.getHeight();
		return p.truth().isForeground(py * p.width() + px);
	}

	/** The probability in viridis, dark violet for 0 and yellow for 1. */
	static BufferedImage prediction(final Preview p) {
		final BufferedImage picture = empty(p);
		for (int i = 0; i < p.probability().length; i++)
			picture.setRGB(i % p.width(), i / p.width(),
				VIRIDIS.getRGB(Math.round(255 * p.probability()[i])));
		return picture;
	}

	/** The entropy in magma, black for 0 and light yellow for ln 2. */
	static BufferedImage uncertainty(final Preview p) {
		final float[] entropy = p.entropy();
		final BufferedImage picture = empty(p);
		for (int i = 0; i < entropy.length; i++)
			picture.setRGB(i % p.width(), i / p.width(), ColorMap.magma(entropy[i] / Math.log(2)));
		return picture;
	}

	private static BufferedImage empty(final Preview p) {
		return new BufferedImage(p.width(), p.height(), BufferedImage.TYPE_INT_RGB);
	}

	/**
	 * The same picture as large as fits into a square.
	 *
	 * @param side in pixels
	 */
	static BufferedImage fitted(final BufferedImage picture, final int side) {
		final double scale = (double) side / Math.max(picture.getWidth(), picture.getHeight());
		final BufferedImage fitted = new BufferedImage(
			(int) Math.max(1, Math.round(scale * picture.getWidth())),
			(int) Math.max(1, Math.round(scale * picture.getHeight())), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = fitted.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			scale < 1 ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
				: RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
		g.drawImage(picture, 0, 0, fitted.getWidth(), fitted.getHeight(), null);
		g.dispose();
		return fitted;
	}
}
