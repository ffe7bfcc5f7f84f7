package io.github.mcdunet.view.chart;

import io.github.mcdunet.io.SafeFile;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures to disk, whole or not at all. */
public final class PngFile {

	private PngFile() {
	}

	/**
	 * Writes or replaces a file.
	 *
	 * @throws io.github.mcdunet.McdUnetException if it cannot be written; an older file then is as
	 * it was
	 */
	public static void write(final BufferedImage picture, final Path file) {
		SafeFile.write(file, "picture", out -> {
			// NB: ImageIO's own stream would use a file in the computer's temporary folder.
			try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
				if (!ImageIO.write(picture, "png", stream))
					throw new IOException("no PNG for this type of picture");
			}
		});
	}
}
