package io.github.mcdunet.view.chart;

import io.github.mcdunet.McdUnetException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures to disk, whole or not at all. */
public final class PngFile {

	private PngFile() {
	}

	public static void write(final BufferedImage picture, final Path file) {
		final Path absolute = file.toAbsolutePath();
		final Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
		try {
			try {
				encode(picture, part);
				move(part, absolute);
			}
			finally {
				Files.deleteIfExists(part);
			}
		}
		catch (final IOException e) {
			throw new McdUnetException("Cannot write the picture '" + file + "' (" + e
				+ "). Check that its folder exists, that you may write there, and that the disk is not full.",
				e);
		}
	}

	private static void encode(final BufferedImage picture, final Path part) throws IOException {
		try (OutputStream out = Files.newOutputStream(part);
			// NB: ImageIO's own stream would use a file in the computer's temporary folder.
			ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
			if (!ImageIO.write(picture, "png", stream))
				throw new IOException("no PNG for this type of picture");
		}
	}

	private static void move(final Path part, final Path file) throws IOException {
		try {
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
