package io.github.mcdunet.network.file;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.SafeFile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes a file of this package at once and only when all is written. */
final class ModelOutput {

	/** Writes a file's bytes. */
	interface Contents {

		void write(OutputStream out) throws IOException, ModelFault;
	}

	private ModelOutput() {
	}

	/**
	 * @throws McdUnetException if the file cannot be written; what was there is still there then,
	 * and nothing else
	 */
	static void write(final ModelKind kind, final Path file, final Contents contents) {
		SafeFile.write(file, kind.noun(), out -> {
			try {
				contents.write(out);
			}
			catch (final ModelFault e) {
				throw new McdUnetException("The " + kind.noun() + " cannot be saved as \"" + file
					+ "\": " + e.getMessage() + ". Mend that or train again.", e);
			}
		});
	}
}
