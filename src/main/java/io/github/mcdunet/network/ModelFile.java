package io.github.mcdunet.network;

import java.nio.file.Path;

/** Reads and writes a model as one self-contained file. */
public final class ModelFile {

	private ModelFile() {
	}

	/** @throws io.github.mcdunet.McdUnetException if the file cannot be written */
	public static void write(final UNetModel model, final Path file) {
		throw new UnsupportedOperationException();
	}

	/** @throws io.github.mcdunet.McdUnetException if the file is missing, empty, damaged or no model */
	public static UNetModel read(final Path file) {
		throw new UnsupportedOperationException();
	}
}
