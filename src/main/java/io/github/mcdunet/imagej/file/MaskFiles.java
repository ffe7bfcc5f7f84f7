package io.github.mcdunet.imagej.file;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;

/**
 * Opens mask files as ImageJ does, but where pixels are transparent, they are background: ImageJ
 * paints such images onto white.
 */
public final class MaskFiles {

	private static final int OPAQUE = 255, COLOUR = 0xffffff;

	private MaskFiles() {
	}

	/** @throws io.github.mcdunet.McdUnetException if the file is no image, or damaged */
	public static ImagePlus open(final Path file) {
		final ImagePlus opened = ImageFiles.open(file);
		final String name = file.getFileName().toString();
		if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(png|gif)")) return opened;
		try {
			return transparent(name, ImageIO.read(file.toFile())).orElse(opened);
		}
		catch (final IOException | RuntimeException e) {
			// NB: what ImageJ reads is read
			return opened;
		}
	}

	/** The mask on black; empty if nothing is transparent. */
	private static Optional<ImagePlus> transparent(final String name, final BufferedImage image) {
		if (image == null || !image.getColorModel().hasAlpha()) return Optional.empty();
		final int width = image.getWidth(), height = image.getHeight();
		final int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
		boolean isTransparent = false, isDark = true;
		for (final int p : pixels) {
			isTransparent |= p >>> 24 < OPAQUE;
			isDark &= p >>> 24 == 0 || (p & COLOUR) == 0;
		}
		if (!isTransparent) return Optional.empty();
		final byte[] alpha = new byte[pixels.length];
		for (int i = 0; i < pixels.length; i++) {
			final int a = pixels[i] >>> 24;
			alpha[i] = (byte) a;
			pixels[i] = part(pixels[i], 16, a) | part(pixels[i], 8, a) | part(pixels[i], 0, a);
		}
		// NB: black objects would vanish on black.
		return Optional.of(new ImagePlus(name, isDark ? new ByteProcessor(width, height, alpha)
			: new ColorProcessor(width, height, pixels)));
	}

	private static int part(final int colour, final int shift, final int alpha) {
		return ((colour >> shift & 0xff) * alpha + OPAQUE / 2) / OPAQUE << shift;
	}
}
