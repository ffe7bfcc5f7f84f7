package io.github.mcdunet.network.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.SmallModels;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;

import org.junit.Test;

/**
 * Files that are no models or are models no more: each is refused with a sentence that names it.
 */
public class ModelDamageTest extends WrittenModel {

	@Test
	public void rebuiltFileIsRead() throws IOException {
		Files.write(file, Archive.stored(Archive.signed(parts, new LinkedHashMap<>(parts))));
		SmallModels.assertSame(SmallModels.counted(), ModelFile.read(file));
	}

	@Test
	public void missingEmptyAndFolderAreTold() throws IOException {
		Files.write(file, new byte[0]);
		assertTrue(error().contains("is empty"));
		Files.delete(file);
		assertTrue(error().contains("There is no model file"));
		Files.createDirectory(file);
		assertTrue(error().contains("is a folder"));
	}

	@Test
	public void otherFilesAreNoModels() throws IOException {
		final byte[] tiff = Arrays.copyOf(new byte[]{ 'I', 'I', 42, 0, 8 }, 1000);
		final Map<String, byte[]> rois = Collections.singletonMap("0001-0002.roi", new byte[64]);
		for (final byte[] bytes : Arrays.asList(tiff, new byte[1], new byte[50],
			Archive.zip(rois, ZipEntry.DEFLATED), Archive.stored(rois)))
			assertTrue(error(bytes).contains("is not a model of MC Dropout U-Net"));
	}

	@Test
	public void truncatedFilesAreRefused() throws IOException {
		for (int n = 4; n < good.length; n += 41)
			assertTrue(error(Arrays.copyOf(good, n)).contains("is damaged"));
		error(Arrays.copyOf(good, good.length - 1));
		error(Arrays.copyOf(good, good.length + 1));
	}

	@Test
	public void everyFlippedByteOfTheDataIsNoticed() throws IOException {
		int flipped = 0;
		for (final Map.Entry<String, byte[]> part : parts.entrySet()) {
			final int start = indexOf(good, part.getValue());
			for (int i = start; i < start + part.getValue().length; i += 13, flipped++) {
				final byte[] bytes = good.clone();
				bytes[i] ^= 1 << i % 8;
				error(bytes);
			}
		}
		assertTrue(flipped > 900);
	}

	@Test
	public void newerVersionAsksForAnUpdate() throws IOException {
		parts.put("model.json", json("\"version\": 1", "\"version\": 3"));
		parts.put("something-new", new byte[5]);
		assertTrue(error(Archive.stored(parts)).contains("Update the plugin"));
	}

	@Test
	public void wrongHeadersAreRefused() throws IOException {
		final String[][] changes = { { "\"mcdunet-model\"", "\"other\"" },
			{ "\"version\": 1", "\"version\": 0" }, { "\"version\": 1", "\"version\": \"1\"" },
			{ "\"version\": 1", "\"version\": 1.0" },
			{ "\"channels\": 2", "\"channels\": 1e999999999" },
			{ "\"channels\": 2", "\"channels\": 3" },
			{ "\"channels\": 2", "\"channels\": 99999999999" }, { "\"depth\": 1", "\"depth\": 31" },
			{ "\"depth\": 1", "\"depth\": null" }, { "\"depth\": 1,", "" },
			{ "\"depth\": 1", "\"depth\": true" }, { "\"depth\": 1", "\"depth\": 01" },
			{ "\"depth\": 1", "\"depth\": 1, \"depth\": 1" },
			{ "\"baseFilters\": 2", "\"baseFilters\": 256" },
			{ "\"dropoutRate\": 0.25", "\"dropoutRate\": NaN" },
			{ "\"dropoutRate\": 0.25", "\"dropoutRate\": 1" },
			{ "\"batchNormEpsilon\": ", "\"batchNormEpsilon\": -" },
			{ "\"low\": 1.0", "\"low\": 100" }, { "\"percentiles\"", "\"java.lang.Runtime\"" },
			{ "\"brightfield\",", "" }, { "\"brightfield\"", "7" },
			{ "\"width\": 0.645", "\"width\": 0" }, { "\"width\": 0.645", "\"width\": 1e999" },
			{ "\"seed\": \"42\"", "\"seed\": 42" }, { "\"seed\": \"42\"", "\"seed\": {\"a\": []}" },
			{ "\"little-endian\"", "\"big-endian\"" },
			{ "\"file\": \"parameters.bin\"", "\"file\": \"../parameters.bin\"" },
			{ "\"encoder0/conv1/bias\"", "\"encoder0/conv1/beta\"" },
			{ "\"offset\": 144", "\"offset\": 148" }, { "\"bytes\": 8", "\"bytes\": 12" },
			{ "\"shape\": [", "\"shape\": [1," }, { "{", "// note\n{" }, { "{", "" }, { "{", "[{" },
			{ "{", "{'a': 1," } };
		for (final String[] change : changes) {
			final String message = signedError(change[0], change[1]);
			assertTrue(message, message.contains("damaged or was changed"));
			assertFalse(change[1] + ": " + message, message.contains("checksum"));
		}
	}

	@Test
	public void deepNestingIsRefused() throws IOException {
		final String deep = String.join("", Collections.nCopies(1_000_000, "["));
		assertTrue(signedError("\"manifest\": {", "\"x\": " + deep + ", \"manifest\": {")
			.contains("nested"));
	}

	@Test
	public void unknownEntriesOfTheHeaderArePassedOver() throws IOException {
		parts.put("model.json",
			json("\"manifest\": {", "\"x\": [[1.5], {\"y\": null}], \"manifest\": {"));
		Files.write(file, Archive.stored(Archive.signed(parts, parts)));
		SmallModels.assertSame(SmallModels.counted(), ModelFile.read(file));
	}

	@Test
	public void impossibleValuesAreRefused() throws IOException {
		final Map<String, byte[]> before = new LinkedHashMap<>(parts);
		// the last value is the output's bias; the first variance follows 36 + 2 + 2 + 2 + 2 values
		final int bias = parts.get("parameters.bin").length - 4, variance = 4 * 44;
		final Object[][] cases = { { bias, Float.NaN }, { bias, Float.NEGATIVE_INFINITY },
			{ variance, -1e-30f }, { variance, Float.POSITIVE_INFINITY } };
		for (final Object[] c : cases) {
			final byte[] values = before.get("parameters.bin").clone();
			ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).putFloat((Integer) c[0],
				(Float) c[1]);
			final Map<String, byte[]> changed = new LinkedHashMap<>(before);
			changed.put("parameters.bin", values);
			assertTrue(error(Archive.stored(Archive.signed(before, changed)))
				.contains("impossible value"));
		}
	}

	@Test
	public void wrongNumberOfParametersIsRefused() throws IOException {
		final int n = parts.get("parameters.bin").length;
		for (final int m : new int[]{ 0, n - 4, n + 4 }) {
			final Map<String, byte[]> changed = new LinkedHashMap<>(parts);
			changed.put("parameters.bin", Arrays.copyOf(parts.get("parameters.bin"), m));
			assertTrue(
				error(Archive.stored(Archive.signed(parts, changed))).contains(m + " bytes"));
		}
	}

	@Test
	public void oddHistoryAndSumsAreRefused() throws IOException {
		for (final String csv : new String[]{ "no line end", "\u00ff\n" }) {
			final Map<String, byte[]> changed = new LinkedHashMap<>(parts);
			changed.put("history.csv", csv.getBytes(StandardCharsets.ISO_8859_1));
			assertTrue(
				error(Archive.stored(Archive.signed(parts, changed))).contains("history.csv"));
		}
		final String sums = Archive.text(parts.get("SHA256SUMS"));
		for (final String s : new String[]{ "", "\n", sums + sums, sums + "\n",
			sums.replace("  ", " *"), sums.toUpperCase(),
			sums.substring(sums.indexOf('\n') + 1) }) {
			parts.put("SHA256SUMS", s.getBytes(StandardCharsets.UTF_8));
			assertTrue(error(Archive.stored(parts)).contains("SHA256SUMS"));
		}
	}

	@Test
	public void foreignPartsAreRefusedAndNothingIsUnpacked() throws IOException {
		for (final String name : new String[]{ "../evil", "/tmp/evil", "C:\\evil", "model.json/",
			"more.txt" }) {
			final Map<String, byte[]> more = new LinkedHashMap<>(parts);
			more.put(name, new byte[0]);
			assertTrue(error(Archive.stored(more)).contains("parts"));
		}
		for (final String name : parts.keySet()) {
			final Map<String, byte[]> fewer = new LinkedHashMap<>(parts);
			fewer.remove(name);
			error(Archive.stored(fewer));
		}
		assertEquals(1, temporary.getRoot().list().length);
	}

	@Test
	public void duplicatePartIsRefused() throws IOException {
		parts.put("model.jsoX", parts.get("model.json"));
		final byte[] bytes = Archive.stored(parts);
		for (int i; (i = indexOf(bytes, "model.jsoX".getBytes(StandardCharsets.UTF_8))) >= 0;)
			bytes[i + 9] = 'n';
		assertTrue(error(bytes).contains("twice"));
	}

	@Test
	public void bombsAreNotUnpacked() throws IOException {
		assertTrue(error(Archive.zip(parts, ZipEntry.DEFLATED)).contains("compressed"));
		final Map<String, byte[]> big = new LinkedHashMap<>(parts);
		big.put("model.json", new byte[(4 << 20) + 1]);
		assertTrue(error(Archive.stored(big)).contains("model.json is too large"));
		final Map<String, byte[]> endless = new LinkedHashMap<>(parts);
		endless.put("history.csv", new byte[(16 << 20) + 1]);
		assertTrue(error(Archive.stored(endless)).contains("history.csv is too large"));
	}

	/** 1024 channels, 256 filters and depth 7 would be 200 GB. */
	@Test
	public void absurdSizeIsRefusedBeforeMemoryIsTaken() throws IOException {
		String json = Archive.text(parts.get("model.json"));
		json = json.replace("\"channels\": 2", "\"channels\": 1024")
			.replace("\"baseFilters\": 2", "\"baseFilters\": 256")
			.replace("\"depth\": 1", "\"depth\": 7");
		parts.put("model.json", json.getBytes(StandardCharsets.UTF_8));
		assertTrue(error(Archive.stored(Archive.signed(parts, parts))).contains("too large"));
	}

	private String signedError(final String from, final String to) throws IOException {
		final Map<String, byte[]> changed = new LinkedHashMap<>(parts);
		changed.put("model.json", json(from, to));
		return error(Archive.stored(Archive.signed(parts, changed)));
	}

	private byte[] json(final String from, final String to) {
		final String json = Archive.text(parts.get("model.json"));
		final int at = json.indexOf(from);
		assertFalse(from, at < 0);
		return (json.substring(0, at) + to + json.substring(at + from.length()))
			.getBytes(StandardCharsets.UTF_8);
	}

	private String error(final byte[] bytes) throws IOException {
		Files.write(file, bytes);
		return error();
	}

	private String error() {
		final String message = assertThrows(McdUnetException.class, () -> ModelFile.read(file))
			.getMessage();
		assertTrue(message, message.contains("worms.mcdunet.zip"));
		return message;
	}

	private static int indexOf(final byte[] bytes, final byte[] part) {
		for (int i = 0; i + part.length <= bytes.length; i++)
			if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) return i;
		return -1;
	}
}
