package io.github.mcdunet.view;

import ij.process.LUT;

import io.github.mcdunet.imagej.LookUpTables;
import io.github.mcdunet.training.Preview;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A preview as pictures, one pixel each. Needs no screen. */
final class PreviewPictures {

	private static final int OUTLINE = 0xf0e442; // yellow of Okabe and Ito's colours
	private static final LUT VIRIDIS = LookUpTables.viridis();

	private PreviewPictures() {
	}

	/** One channel from its darkest (black) to its brightest pixel (white), with the true objects' outermost pixels in yellow. */
	static BufferedImage channel(final Preview p, final int channel) {
		final int n = p.width() * p.height();
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (int i = channel * n; i < (channel + 1) * n; i++) {
			low = Math.min(low, p.pixels()[i]);
			high = Math.max(high, p.pixels()[i]);
		}
		final BufferedImage picture = empty(p);
		for (int i = 0; i < n; i++) {
			final int x = i % p.width(), y = i / p.width();
			picture.setRGB(x, y, isOutline(p, x, y)
				? OUTLINE
				: ColorMap.gray((p.pixels()[channel * n + i] - low) / (high - low)));
		}
		return picture;
	}

	private static boolean isOutline(final Preview p, final int x, final int y) {
		return at(p, x, y) && !(at(p, x - 1, y) && at(p, x + 1, y) && at(p, x, y - 1) && at(p, x, y + 1));
	}

	/** Objects go on beyond the image's edge. */
	private static boolean at(final Preview p, final int x, final int y) {
		final int cx = Math.max(0, Math.min(p.width() - 1, x)), cy = Math.max(0, Math.min(p.height() - 1, y));
		return p.truth()[cy * p.width() + cx] != 0;
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

	/** The same picture as large as fits into a square. @param side in pixels */
	static BufferedImage fitted(final BufferedImage picture, final int side) {
		final double scale = (double) side / Math.max(picture.getWidth(), picture.getHeight());
		final BufferedImage fitted = new BufferedImage((int) Math.max(1, Math.round(scale * picture
			.getWidth())), (int) Math.max(1, Math.round(scale * picture.getHeight())),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = fitted.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, scale < 1
			? RenderingHints.VALUE_INTERPOLATION_BILINEAR
			: RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
		g.drawImage(picture, 0, 0, fitted.getWidth(), fitted.getHeight(), null);
		g.dispose();
		return fitted;
	}
}
