package io.github.mcdunet.network.file;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.Sha256;
import io.github.mcdunet.network.UNetModel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.ZipFile;

/**
 * Reads and writes a model as one self-contained file, by custom named "*.mcdunet.zip". The layout
 * is docs/model-file.md. Files of strangers may be read: they can be refused, but neither run code
 * nor write files nor take much more memory than they are long.
 */
public final class ModelFile {

	private ModelFile() {
	}

	/**
	 * Replaces what is there, at once and only when all is written.
	 *
	 * @throws McdUnetException if the file cannot be written; what was there is still there then,
	 * and nothing else
	 */
	public static void write(final UNetModel model, final Path file) {
		FileKind.MODEL.write(file, zip -> ModelCodec.write(model, zip));
	}

	/**
	 * A checkpoint may be read as a model too: the best one so far.
	 *
	 * @throws McdUnetException if the file is missing, empty, damaged, too new or no model
	 */
	public static UNetModel read(final Path file) {
		return FileKind.MODEL.read(file, ModelCodec::read);
	}

	/** Whether it is a zip file with a model's parts; quick, whatever else may be wrong with it. */
	public static boolean isModel(final Path file) {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return zip.getEntry(ModelCodec.JSON) != null
				&& zip.getEntry(ModelCodec.PARAMETERS) != null;
		}
		catch (final IOException e) {
			return false;
		}
	}

	/**
	 * Tells a model from all others, also from one of the same name.
	 *
	 * @return SHA-256 of the file, 64 lower-case hexadecimal digits
	 * @throws McdUnetException if the file cannot be read
	 */
	public static String sha256(final Path file) {
		final MessageDigest digest = Sha256.start();
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
			in.transferTo(OutputStream.nullOutputStream());
			return Sha256.end(digest);
		}
		catch (final IOException e) {
			throw FileKind.MODEL.unreadable(file, e);
		}
	}
}
