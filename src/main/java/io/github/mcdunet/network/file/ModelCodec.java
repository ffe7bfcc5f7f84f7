package io.github.mcdunet.network.file;

import io.github.mcdunet.io.FloatBytes;
import io.github.mcdunet.io.Sha256;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A model as the parts of a zip, of version 1; docs/model-file.md is the specification. Each part
 * is checked before the next is believed.
 */
final class ModelCodec {

	static final String JSON = "model.json";
	static final String HISTORY = "history.csv";
	static final String PARAMETERS = "parameters.bin";
	/** In order. */
	private static final List<String> PARTS = List.of(JSON, HISTORY, PARAMETERS);

	static final int JSON_LIMIT = 4 << 20;
	private static final int HISTORY_LIMIT = 16 << 20;

	private ModelCodec() {
	}

	static UNetModel read(final CheckedZip zip) throws IOException, FileFault {
		if (!zip.has(JSON)) throw FileFault.foreign();
		final byte[] json = zip.bytes(JSON, JSON_LIMIT);
		// NB: the version comes before the checksums, because a later version may have other ones
		final ModelHeader header = new ModelHeader(json);
		zip.checkParts(zip.has(CheckpointCodec.JSON) ? CheckpointCodec.PARTS : PARTS);
		zip.check(JSON, json);
		final byte[] csv = zip.bytes(HISTORY, HISTORY_LIMIT);
		zip.check(HISTORY, csv);
		header.checkHistory(csv);
		return new UNetModel(parameters(header, zip), header.normalization(), header.channelNames(),
			header.pixelSize(), header.manifest(), lines(CheckedZip.utf8(HISTORY, csv)),
			header.classes());
	}

	private static List<String> lines(final String csv) throws FileFault {
		if (csv.isEmpty()) return Collections.emptyList();
		if (!csv.endsWith("\n")) throw new FileFault(HISTORY + " does not end with a line");
		return Arrays.asList(csv.substring(0, csv.length() - 1).split("\n", -1));
	}

	private static Parameters parameters(final ModelHeader header, final CheckedZip zip)
		throws IOException, FileFault {
		header.checkSize(zip.size(PARAMETERS));
		final Parameters parameters = new Parameters(header.architecture());
		final List<String> digests = header.checkArrays(parameters.entries());
		zip.read(PARAMETERS, in -> {
			for (int i = 0; i < digests.size(); i++)
				fill(parameters.entries().get(i), in, digests.get(i));
		});
		return parameters;
	}

	private static void fill(final Parameters.Entry entry, final InputStream in,
		final String digest) throws IOException, FileFault {
		final MessageDigest actual = Sha256.start();
		FloatBytes.read(new DigestInputStream(in, actual), entry.values());
		if (!Sha256.end(actual).equals(digest))
			throw new FileFault("the array " + entry.name() + " does not match its checksum");
		check(entry);
	}

	/** @throws FileFault if a value is NaN or infinite, or a variance negative */
	private static void check(final Parameters.Entry entry) throws FileFault {
		final boolean variance = entry.name().endsWith("/variance");
		for (final float v : entry.values())
			if (!Float.isFinite(v) || variance && v < 0)
				throw new FileFault(
					"the array " + entry.name() + " holds the impossible value " + v);
	}

	/** @throws FileFault if a value is NaN or infinite, or a variance negative */
	static void check(final Parameters parameters) throws FileFault {
		for (final Parameters.Entry e : parameters.entries())
			check(e);
	}

	/**
	 * @throws FileFault if the model is one that could not be read again; nothing has been written
	 * then
	 */
	static void write(final UNetModel model, final CheckedZip.Writer zip)
		throws IOException, FileFault {
		final byte[] csv = history(model);
		check(model.parameters());
		final byte[] json = ModelHeader.bytes(model, csv, arrayDigests(model.parameters()));
		checkReadable(model, json, csv);
		zip.put(JSON, json);
		zip.put(HISTORY, csv);
		zip.put(PARAMETERS, model.parameters().arrays());
	}

	private static byte[] history(final UNetModel model) throws FileFault {
		final StringBuilder csv = new StringBuilder();
		for (final String line : model.history()) {
			if (line.indexOf('\n') >= 0)
				throw new FileFault("a line of its history holds a line break");
			csv.append(line).append('\n');
		}
		return csv.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static List<String> arrayDigests(final Parameters parameters) throws IOException {
		final List<String> digests = new ArrayList<>();
		final MessageDigest digest = Sha256.start();
		for (final float[] values : parameters.arrays()) {
			FloatBytes.write(values,
				new DigestOutputStream(OutputStream.nullOutputStream(), digest));
			digests.add(Sha256.end(digest));
		}
		return digests;
	}

	/** Better no file than one that nobody can open. */
	private static void checkReadable(final UNetModel model, final byte[] json, final byte[] csv)
		throws FileFault {
		if (json.length > JSON_LIMIT)
			throw new FileFault("its names and manifest take more than 4 MB");
		if (csv.length > HISTORY_LIMIT) throw new FileFault("its history takes more than 16 MB");
		final ModelHeader header = new ModelHeader(json);
		header.normalization();
		header.pixelSize();
		header.checkSize(model.parameters().count() * Float.BYTES);
		if (!header.manifest().equals(model.manifest()) || !header.classes().equals(model.classes())
			|| !header.channelNames().equals(model.channelNames()))
			throw new FileFault("a name in it is not valid text");
	}
}
