package io.github.mcdunet.exchange.dl4j;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.exchange.dl4j.Dl4jNetwork.DropoutMode;
import io.github.mcdunet.io.SafeFile;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.FileFault;
import io.github.mcdunet.network.file.ModelFile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Models as files of DL4J: zips that {@code ModelSerializer.restoreComputationGraph} reads and
 * {@code ModelSerializer.writeModel} writes. Files of strangers may be read: only the plugin's own
 * network is, as text and numbers; no class that a file names is looked for, and nothing is
 * deserialised. Reading needs neither DL4J nor ND4J.
 */
public final class Dl4jFile {

	private static final String NOUN = "DL4J file";
	private static final String CONFIGURATION = "configuration.json";
	private static final String COEFFICIENTS = "coefficients.bin";

	/**
	 * Our entry, which DL4J does not look at: the model file with all numbers 0, for what DL4J has
	 * no place for.
	 */
	private static final String REST = "mcdunet.zip";

	private static final int CONFIGURATION_LIMIT = 4 << 20;
	/** NB: besides the numbers; what the model file allows itself. */
	private static final long REST_LIMIT = 21L << 20;
	private static final int MOST_ENTRIES = 64;
	/**
	 * Numbers that mean something hardly become smaller when they are packed, and never so much.
	 */
	private static final int MOST_PACKED = 64;
	private static final int BUFFER = 1 << 16;

	private Dl4jFile() {
	}

	/**
	 * Writes a model so that DL4J reads it. Replaces what is there, at once and only when all is
	 * written.
	 *
	 * @param dropout with {@link DropoutMode#TRAINING} a program needs nothing but DL4J to use the
	 * file; with {@link DropoutMode#ALWAYS} it needs {@link McDropoutLayer}, and each inference is
	 * a Monte Carlo sample
	 * @throws McdUnetException if the file cannot be written, or DL4J is missing
	 */
	public static void write(final UNetModel model, final Path file, final DropoutMode dropout) {
		Dl4jLibrary.load();
		final byte[] rest = rest(model);
		SafeFile.write(file, NOUN, out -> {
			// NB: DL4J closes what it is given
			final Path temporary = Files.createTempFile("mcdunet", ".zip");
			try {
				Dl4jNetwork.save(model, dropout, temporary);
				write(temporary, rest, out);
			}
			finally {
				Files.deleteIfExists(temporary);
			}
		});
	}

	private static void write(final Path plain, final byte[] rest, final OutputStream out)
		throws IOException {
		final ZipOutputStream zip = new ZipOutputStream(out);
		try (ZipFile from = new ZipFile(plain.toFile())) {
			for (final String name : new String[]{ CONFIGURATION, COEFFICIENTS }) {
				zip.putNextEntry(new ZipEntry(name));
				try (InputStream in = from.getInputStream(from.getEntry(name))) {
					in.transferTo(zip);
				}
				zip.closeEntry();
			}
		}
		zip.putNextEntry(new ZipEntry(REST));
		zip.write(rest);
		zip.closeEntry();
		zip.finish();
	}

	private static byte[] rest(final UNetModel model) {
		try {
			final Path file = Files.createTempFile("mcdunet", ".zip");
			try {
				ModelFile.write(model.with(new Parameters(model.architecture())), file);
				return Files.readAllBytes(file);
			}
			finally {
				Files.deleteIfExists(file);
			}
		}
		catch (final IOException e) {
			throw temporary(e);
		}
	}

	private static McdUnetException temporary(final IOException e) {
		return new McdUnetException("A file in the folder for temporary files cannot be written ("
			+ e.getMessage() + "). Make room there, and check that you may write into it.", e);
	}

	/**
	 * Reads a file that {@link #write} wrote.
	 *
	 * @throws McdUnetException if the file is missing, damaged, or of another network; or DL4J
	 * wrote it anew, which forgets how images are normalised: see {@link #read(Path, UNetModel)}
	 */
	public static UNetModel read(final Path file) {
		return read(file, zip -> rest(file, zip));
	}

	/**
	 * Reads a file that DL4J wrote, such as after it trained the network further.
	 *
	 * @param origin the model from which the network was made, which says what DL4J does not keep:
	 * channels, normalisation, pixel size, manifest
	 * @return the origin with the file's numbers; its history is the origin's
	 * @throws McdUnetException if the file is missing, damaged, or of another network than the
	 * origin's
	 */
	public static UNetModel read(final Path file, final UNetModel origin) {
		return read(file, zip -> origin);
	}

	/** Finds out what DL4J does not keep. */
	private interface Origin {

		UNetModel of(ZipFile zip) throws IOException, FileFault;
	}

	private static UNetModel read(final Path file, final Origin origin) {
		if (!Files.isRegularFile(file) || !Files.isReadable(file))
			throw new McdUnetException("There is no " + NOUN + " \"" + file
				+ "\" that you may read. Check its name and folder.");
		try (ZipFile zip = new ZipFile(file.toFile())) {
			if (zip.size() > MOST_ENTRIES)
				throw new FileFault("it has more parts than such a file");
			final byte[] configuration = bytes(zip, entry(zip, CONFIGURATION), CONFIGURATION_LIMIT);
			final UNetModel model = origin.of(zip);
			Dl4jConfiguration.check(configuration, model.architecture());
			return model.with(parameters(zip, model.architecture()));
		}
		catch (final FileFault e) {
			throw refused(file, e.getMessage(), e);
		}
		catch (final ZipException | EOFException | UTFDataFormatException | IllegalArgumentException
			| IndexOutOfBoundsException e) {
			throw refused(file, "its structure is broken", e);
		}
		catch (final IOException e) {
			throw new McdUnetException("The " + NOUN + " \"" + file + "\" cannot be read ("
				+ e.getMessage() + "). Check that its drive is connected.", e);
		}
	}

	private static McdUnetException refused(final Path file, final String clause,
		final Exception cause) {
		return new McdUnetException("\"" + file + "\" is not a " + NOUN
			+ " of this plugin's network: " + clause
			+ ". Choose a file that MC Dropout U-Net exported, or that DL4J saved of such a network.",
			cause);
	}

	private static ZipEntry entry(final ZipFile zip, final String name) throws FileFault {
		final ZipEntry entry = zip.getEntry(name);
		if (entry == null) throw new FileFault("it has no part " + name);
		return entry;
	}

	private static byte[] bytes(final ZipFile zip, final ZipEntry entry, final long limit)
		throws IOException, FileFault {
		try (InputStream in = zip.getInputStream(entry)) {
			final byte[] bytes = in.readNBytes((int) limit + 1);
			if (bytes.length > limit)
				throw new FileFault("its part " + entry.getName() + " is too large");
			return bytes;
		}
	}

	/**
	 * The numbers as ND4J writes an array: a head, in which a text tells what follows, and floats,
	 * the highest byte first.
	 */
	private static Parameters parameters(final ZipFile zip, final Architecture architecture)
		throws IOException, FileFault {
		final ZipEntry entry = entry(zip, COEFFICIENTS);
		final long count = Parameters.count(architecture);
		// NB: before memory is taken for as many as a few bytes may claim
		if (count > Integer.MAX_VALUE
			|| entry.getCompressedSize() * MOST_PACKED < count * Float.BYTES)
			throw new FileFault("it has fewer numbers than its network");
		try (DataInputStream in = new DataInputStream(
			new BufferedInputStream(zip.getInputStream(entry), BUFFER))) {
			checkHead(in, count);
			final Parameters parameters = new Parameters(architecture);
			for (final Node node : Node.all(architecture))
				for (final String array : node.arrays())
					fill(parameters.get(array), array, in);
			if (in.read() >= 0) throw new FileFault("numbers follow those of its network");
			return parameters;
		}
	}

	private static void checkHead(final DataInputStream in, final long count)
		throws IOException, FileFault {
		in.readUTF(); // how memory was allotted
		final long length = in.readLong();
		expect(in.readUTF(), "LONG");
		if (length < 4 || length > 16) throw new FileFault("its numbers have an odd shape");
		final long[] shape = new long[(int) length];
		for (int i = 0; i < length; i++)
			shape[i] = in.readLong();
		// NB: rank, sizes, strides, then what does not matter for a row or a list
		final long rank = shape[0];
		if (rank != 1 && rank != 2 || length < 2 * rank + 4
			|| shape[1] * shape[(int) rank] != (rank == 1 ? count * count : count))
			throw new FileFault("its numbers are not as many as its network has");
		in.readUTF();
		if (in.readLong() != count)
			throw new FileFault("its numbers are not as many as its network has");
		expect(in.readUTF(), "FLOAT");
	}

	private static void expect(final String actual, final String expected) throws FileFault {
		if (!actual.equals(expected))
			throw new FileFault("its numbers are not of the type " + expected);
	}

	private static void fill(final float[] values, final String array, final DataInputStream in)
		throws IOException, FileFault {
		final boolean variance = array.endsWith("/variance");
		for (int i = 0; i < values.length; i++) {
			values[i] = in.readFloat();
			if (!Float.isFinite(values[i]) || variance && values[i] < 0)
				throw new FileFault("the array " + array + " holds an impossible number");
		}
	}

	/** What DL4J has no place for. */
	private static UNetModel rest(final Path file, final ZipFile zip)
		throws IOException, FileFault {
		final ZipEntry entry = zip.getEntry(REST);
		if (entry == null)
			throw new McdUnetException("The " + NOUN + " \"" + file
				+ "\" does not say which channels it takes and how images are normalised, because DL4J saved it anew. "
				+ "Read it together with the model file from which it was exported.");
		final byte[] bytes = bytes(zip, entry,
			Math.min(REST_LIMIT + MOST_PACKED * entry(zip, COEFFICIENTS).getCompressedSize(),
				Integer.MAX_VALUE - BUFFER));
		final Path temporary = Files.createTempFile("mcdunet", ".zip");
		try {
			Files.write(temporary, bytes);
			return ModelFile.read(temporary);
		}
		catch (final McdUnetException e) {
			throw new FileFault("its part " + REST + " cannot be read", e);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}
}
