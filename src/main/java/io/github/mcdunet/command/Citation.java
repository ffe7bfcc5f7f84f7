package io.github.mcdunet.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How to cite the plugin: the project's file CITATION.cff, which the build puts beside this class.
 */
final class Citation {

	private Citation() {
	}

	/** The version, where to read on, and the file as it is. */
	static String text() {
		try (InputStream file = Citation.class.getResourceAsStream("CITATION.cff")) {
			return "MC Dropout U-Net " + version() + "\n" + "Help: " + DocsPages.HELP + "\n\n"
				+ new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String version() {
		return Optional.ofNullable(Citation.class.getPackage().getImplementationVersion())
			.orElse("(built from source)");
	}
}
