package io.github.mcdunet.network.file;

import io.github.mcdunet.io.FloatBytes;
import io.github.mcdunet.io.Sha256;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a model of an archive, checking each part before the next is believed. */
final class ModelReader {

	private final ModelArchive archive;
	private ModelSums sums;

	ModelReader(final ModelArchive archive) {
		this.archive = archive;
	}

	UNetModel read() throws IOException, ModelFault {
		if (!archive.has(ModelLayout.JSON)) throw new ModelForeign();
		final byte[] json = archive.bytes(ModelLayout.JSON, ModelLayout.JSON_LIMIT);
		// NB: the version comes before the checksums, because a later version may have other ones
		final ModelHeader header = new ModelHeader(
			ModelText.json(ModelLayout.JSON, ModelText.utf8(ModelLayout.JSON, json)));
		final List<String> parts = archive.has(ModelLayout.CHECKPOINT)
			? ModelLayout.CHECKPOINT_PARTS : ModelLayout.MODEL_PARTS;
		final Set<String> all = new HashSet<>(parts);
		all.add(ModelLayout.SUMS);
		if (!archive.names().equals(all))
			throw new ModelFault("it does not consist of the parts " + String.join(", ", parts)
				+ ", " + ModelLayout.SUMS);
		sums = new ModelSums(ModelText.utf8(ModelLayout.SUMS,
			archive.bytes(ModelLayout.SUMS, ModelLayout.SUMS_LIMIT)), parts);
		sums.check(ModelLayout.JSON, Sha256.of(json));
		final byte[] csv = archive.bytes(ModelLayout.HISTORY, ModelLayout.HISTORY_LIMIT);
		sums.check(ModelLayout.HISTORY, Sha256.of(csv));
		header.checkHistory(csv);
		return new UNetModel(parameters(header), header.normalization(), header.channelNames(),
			header.pixelSize(), header.manifest(), lines(ModelText.utf8(ModelLayout.HISTORY, csv)));
	}

	private static List<String> lines(final String csv) throws ModelFault {
		if (csv.isEmpty()) return Collections.emptyList();
		if (!csv.endsWith("\n"))
			throw new ModelFault(ModelLayout.HISTORY + " does not end with a line");
		return Arrays.asList(csv.substring(0, csv.length() - 1).split("\n", -1));
	}

	/** The checksums of all parts, once the model has been read. */
	ModelSums sums() {
		return sums;
	}

	private Parameters parameters(final ModelHeader header) throws IOException, ModelFault {
		header.checkSize(archive.size(ModelLayout.PARAMETERS));
		final Parameters parameters = new Parameters(header.architecture());
		final List<String> digests = header.checkArrays(parameters.entries());
		final MessageDigest all = Sha256.start();
		try (InputStream in = new DigestInputStream(archive.open(ModelLayout.PARAMETERS), all)) {
			for (int i = 0; i < digests.size(); i++)
				fill(parameters.entries().get(i), in, digests.get(i));
		}
		sums.check(ModelLayout.PARAMETERS, Sha256.end(all));
		return parameters;
	}

	private static void fill(final Parameters.Entry entry, final InputStream in,
		final String digest) throws IOException, ModelFault {
		final MessageDigest actual = Sha256.start();
		FloatBytes.read(new DigestInputStream(in, actual), entry.values());
		if (!Sha256.end(actual).equals(digest))
			throw new ModelFault("the array " + entry.name() + " does not match its checksum");
		check(entry);
	}

	/** @throws ModelFault if a value is NaN or infinite, or a variance negative */
	static void check(final Parameters.Entry entry) throws ModelFault {
		final boolean variance = entry.name().endsWith("/variance");
		for (final float v : entry.values())
			if (!Float.isFinite(v) || variance && v < 0)
				throw new ModelFault(
					"the array " + entry.name() + " holds the impossible value " + v);
	}
}
