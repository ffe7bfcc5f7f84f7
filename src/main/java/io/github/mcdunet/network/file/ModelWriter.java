package io.github.mcdunet.network.file;

import io.github.mcdunet.io.FloatBytes;
import io.github.mcdunet.io.Sha256;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Puts a model's parts into a zip. */
final class ModelWriter {

	private final UNetModel model;

	ModelWriter(final UNetModel model) {
		this.model = model;
	}

	/**
	 * @throws ModelFault if the model is one that could not be read again; nothing has been written
	 * then
	 */
	void write(final ModelZip zip) throws IOException, ModelFault {
		ModelHeader.check(model.pixelSize());
		final byte[] csv = history();
		final byte[] json = new ModelJson(model).bytes(Sha256.of(csv), arrayDigests());
		checkReadable(json, csv);
		zip.put(ModelLayout.JSON, json);
		zip.put(ModelLayout.HISTORY, csv);
		zip.put(ModelLayout.PARAMETERS, model.parameters().arrays());
	}

	private byte[] history() throws ModelFault {
		final StringBuilder csv = new StringBuilder();
		for (final String line : model.history()) {
			if (line.indexOf('\n') >= 0)
				throw new ModelFault("a line of its history holds a line break");
			csv.append(line).append('\n');
		}
		return csv.toString().getBytes(StandardCharsets.UTF_8);
	}

	private List<String> arrayDigests() throws IOException, ModelFault {
		final List<String> digests = new ArrayList<>();
		for (final Parameters.Entry e : model.parameters().entries()) {
			ModelReader.check(e);
			final MessageDigest digest = Sha256.start();
			FloatBytes.write(e.values(),
				new DigestOutputStream(OutputStream.nullOutputStream(), digest));
			digests.add(Sha256.end(digest));
		}
		return digests;
	}

	/** Better no file than one that nobody can open. */
	private void checkReadable(final byte[] json, final byte[] csv) throws ModelFault {
		if (json.length > ModelLayout.JSON_LIMIT)
			throw new ModelFault("its names and manifest take more than 4 MB");
		if (csv.length > ModelLayout.HISTORY_LIMIT)
			throw new ModelFault("its history takes more than 16 MB");
		final ModelHeader header = new ModelHeader(
			ModelText.json(ModelLayout.JSON, ModelText.utf8(ModelLayout.JSON, json)));
		header.normalization();
		header.pixelSize();
		header.checkSize(model.parameters().count() * Float.BYTES);
		if (!header.manifest().equals(model.manifest())
			|| !header.channelNames().equals(model.channelNames()))
			throw new ModelFault("a name in it is not valid text");
	}
}
