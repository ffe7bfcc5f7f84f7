package io.github.mcdunet.exchange.dl4j;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.exchange.dl4j.Dl4jNetwork.DropoutMode;
import io.github.mcdunet.network.SmallModels;
import io.github.mcdunet.network.UNetModel;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Altered DL4J files are refused with a sentence, or are a network of this plugin; nothing they
 * name is loaded, and they take little time and memory.
 */
public class Dl4jFuzzTest {

	private static final int FILES = Integer.getInteger("fuzz.count", 2000) / 2;
	private static final double MOST_SECONDS = 10;

	/** Whether a file has made somebody load this class. */
	public static final class Trap {

		static {
			System.setProperty("mcdunet.test.trap", "sprung");
		}
	}

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path file;
	private int read;
	private int refused;

	@Test
	public void alteredFilesAreRefusedWithASentence() throws IOException {
		file = folder.getRoot().toPath().resolve("worms.dl4j.zip");
		Dl4jFile.write(SmallModels.counted(), file, DropoutMode.ALWAYS);
		final byte[] whole = Files.readAllBytes(file);
		final Map<String, byte[]> parts = unpack(whole);
		for (int i = 0; i < FILES; i++) {
			final Random random = new Random(i);
			Files.write(file, switch (i % 4) {
				case 0 -> altered(whole, random);
				case 1 -> pack(parts, "configuration.json",
					altered(parts.get("configuration.json"), random));
				case 2 -> pack(parts, "configuration.json",
					reworded(parts.get("configuration.json"), random));
				default ->
					pack(parts, "coefficients.bin", altered(parts.get("coefficients.bin"), random));
			});
			read("file " + i);
		}
		System.out.println(
			FILES + " altered DL4J files: " + refused + " refused, " + read + " read all the same");
		assertTrue("refused " + refused, refused > FILES / 2);
		assertEquals(null, System.getProperty("mcdunet.test.trap"));
		assertEquals(1, folder.getRoot().list().length);
	}

	private void read(final String what) {
		final long start = System.nanoTime();
		try {
			final UNetModel model = Dl4jFile.read(file);
			assertEquals(what, SmallModels.counted().architecture(), model.architecture());
			assertTrue(what, model.parameters().isFinite());
			read++;
		}
		catch (final McdUnetException e) {
			assertTrue(what + ": " + e.getMessage(), e.getMessage().contains(file.toString())
				&& e.getMessage().endsWith(".") && !e.getMessage().contains("null"));
			refused++;
		}
		catch (final RuntimeException | Error e) {
			throw new AssertionError(what + ": " + e, e);
		}
		final double seconds = (System.nanoTime() - start) / 1e9;
		assertTrue(what + " took " + seconds + " s", seconds < MOST_SECONDS);
	}

	/** Flips, cuts, repeats or overwrites bytes. */
	private static byte[] altered(final byte[] bytes, final Random random) {
		final byte[] b = bytes.clone();
		final int at = random.nextInt(random.nextBoolean() ? Math.min(200, b.length) : b.length);
		switch (random.nextInt(4)) {
			case 0 -> b[at] ^= (byte) (1 << random.nextInt(8));
			case 1 -> {
				return Arrays.copyOf(b, at);
			}
			case 2 -> {
				return Arrays.copyOf(b, b.length + 1 + random.nextInt(100));
			}
			default -> {
				for (int i = at; i < Math.min(b.length, at + 8); i++)
					b[i] = (byte) (random.nextBoolean() ? -1 : 0x7f);
			}
		}
		return b;
	}

	/** Valid JSON with another value somewhere. */
	private static byte[] reworded(final byte[] json, final Random random) {
		final String text = new String(json, StandardCharsets.UTF_8);
		final List<int[]> values = new ArrayList<>();
		final java.util.regex.Matcher m = java.util.regex.Pattern
			.compile("(?<=: )(\"[^\"]*\"|-?[0-9][0-9.e-]*|true|false|null)").matcher(text);
		while (m.find())
			values.add(new int[]{ m.start(), m.end() });
		final int[] place = values.get(random.nextInt(values.size()));
		final String[] others = { "\"" + Trap.class.getName() + "\"", "2", "1e308", "null", "true",
			"[]", "{\"@class\": \"" + Trap.class.getName() + "\"}", "-1", "99999999999", "0.5" };
		return (text.substring(0, place[0]) + others[random.nextInt(others.length)]
			+ text.substring(place[1])).getBytes(StandardCharsets.UTF_8);
	}

	private static Map<String, byte[]> unpack(final byte[] zip) throws IOException {
		final Map<String, byte[]> parts = new LinkedHashMap<>();
		try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
			for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry())
				parts.put(e.getName(), in.readAllBytes());
		}
		assertEquals(List.of("configuration.json", "coefficients.bin", "mcdunet.zip"),
			List.copyOf(parts.keySet()));
		return parts;
	}

	private static byte[] pack(final Map<String, byte[]> parts, final String name,
		final byte[] instead) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (final Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getKey().equals(name) ? instead : part.getValue());
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	/** What decides what the network computes may not differ. */
	@Test
	public void anotherNetworkInTheSameShapeIsRefused() throws IOException {
		file = folder.getRoot().toPath().resolve("worms.dl4j.zip");
		Dl4jFile.write(Networks.model(0.5), file, DropoutMode.TRAINING);
		final Map<String, byte[]> parts = unpack(Files.readAllBytes(file));
		final String json = new String(parts.get("configuration.json"), StandardCharsets.UTF_8);
		for (final String[] change : new String[][]{ { "ActivationReLU", "ActivationLReLU" },
			{ "ActivationSigmoid", "ActivationTanH" }, { "\"MAX\"", "\"AVG\"" },
			{ "\"Same\"", "\"Truncate\"" }, { "\"eps\" : 0.001", "\"eps\" : 0.01" },
			{ "\"p\" : 0.5", "\"p\" : 0.6" }, { "\"useLogStd\" : false", "\"useLogStd\" : true" },
			{ "\"hasBias\" : true", "\"hasBias\" : false" },
			{ "[ \"encoder0_relu2\", \"decoder0_up\" ]",
				"[ \"decoder0_up\", \"encoder0_relu2\" ]" },
			{ "\"dropout0\", \"pool1\"", "\"pool1\", \"dropout0\"" },
			{ "layers.DropoutLayer", "layers.misc.RepeatVector" } }) {
			assertTrue(change[0], json.contains(change[0]));
			Files.write(file, pack(parts, "configuration.json",
				json.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8)));
			refused = 0;
			read(change[0]);
			assertEquals(change[0], 1, refused);
		}
	}

	/** A few bytes that become many when they are unpacked, or claim to be many. */
	@Test
	public void bombsAreRefusedBeforeTheyGoOff() throws IOException {
		file = folder.getRoot().toPath().resolve("worms.dl4j.zip");
		Dl4jFile.write(Networks.model(0.5), file, DropoutMode.TRAINING);
		final Map<String, byte[]> parts = unpack(Files.readAllBytes(file));
		for (final String part : parts.keySet()) {
			Files.write(file, pack(parts, part, new byte[200 << 20]));
			final long before = Runtime.getRuntime().totalMemory();
			refused = 0;
			read(part);
			assertEquals(part, 1, refused);
			assertFalse(Runtime.getRuntime().totalMemory() - before > 1L << 30);
		}
		final ByteArrayOutputStream claim = new ByteArrayOutputStream();
		final DataOutputStream out = new DataOutputStream(claim);
		out.writeUTF("MIXED_DATA_TYPES");
		out.writeLong(Long.MAX_VALUE);
		out.writeUTF("LONG");
		Files.write(file, pack(parts, "coefficients.bin", claim.toByteArray()));
		refused = 0;
		read("claim");
		assertEquals(1, refused);
	}
}
