package io.github.mcdunet.network;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a model as a zip without compression; the same model gives the same bytes. */
final class ModelWriter {

	/** Every entry's time. NB: setTimeLocal does not depend on the time zone, and 1980-01-01 would mean "unknown". */
	private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

	private final UNetModel model;
	private final List<String> arrayDigests = new ArrayList<>();
	private final MessageDigest parametersDigest = ModelDigest.start();
	private final CRC32 parametersCheck = new CRC32();
	private long parametersBytes;

	ModelWriter(final UNetModel model) {
		this.model = model;
	}

	/** @throws ModelFault if the model is one that could not be read again */
	void write(final OutputStream out) throws IOException, ModelFault {
		ModelHeader.check(model.pixelSize());
		final byte[] csv = history();
		survey();
		final byte[] json = new ModelJson(model).bytes(ModelDigest.of(csv), arrayDigests);
		checkReadable(json, csv);
		final byte[] sums = ModelSums
			.text(ModelDigest.of(json), ModelDigest.of(csv), ModelDigest.end(parametersDigest))
			.getBytes(StandardCharsets.UTF_8);
		final ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		put(zip, ModelLayout.JSON, json);
		put(zip, ModelLayout.HISTORY, csv);
		begin(zip, ModelLayout.PARAMETERS, parametersBytes, parametersCheck.getValue());
		for (final Parameters.Entry e : model.parameters().entries())
			ModelFloats.write(e.values(), zip);
		zip.closeEntry();
		put(zip, ModelLayout.SUMS, sums);
		zip.finish();
	}

	private byte[] history() throws ModelFault {
		final StringBuilder csv = new StringBuilder();
		for (final String line : model.history()) {
			if (line.indexOf('\n') >= 0) throw new ModelFault("a line of its history holds a line break");
			csv.append(line).append('\n');
		}
		return csv.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** Checksums of the parameters, which a zip wants to know before the bytes come. */
	private void survey() throws IOException, ModelFault {
		for (final Parameters.Entry e : model.parameters().entries()) {
			ModelReader.check(e);
			final MessageDigest digest = ModelDigest.start();
			final OutputStream all = new DigestOutputStream(
				new CheckedOutputStream(OutputStream.nullOutputStream(), parametersCheck), parametersDigest);
			ModelFloats.write(e.values(), new DigestOutputStream(all, digest));
			arrayDigests.add(ModelDigest.end(digest));
			parametersBytes += (long) e.values().length * Float.BYTES;
		}
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
		header.checkSize(parametersBytes);
		if (!header.manifest().equals(model.manifest())
			|| !header.channelNames().equals(model.channelNames()))
			throw new ModelFault("a name in it is not valid text");
	}

	private static void put(final ZipOutputStream zip, final String name, final byte[] bytes)
		throws IOException {
		final CRC32 check = new CRC32();
		check.update(bytes);
		begin(zip, name, bytes.length, check.getValue());
		zip.write(bytes);
		zip.closeEntry();
	}

	private static void begin(final ZipOutputStream zip, final String name, final long size,
		final long check) throws IOException {
		final ZipEntry entry = new ZipEntry(name);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(size);
		entry.setCompressedSize(size);
		entry.setCrc(check);
		entry.setTimeLocal(TIME);
		zip.putNextEntry(entry);
	}
}
