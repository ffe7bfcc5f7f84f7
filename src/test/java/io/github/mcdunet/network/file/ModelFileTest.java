package io.github.mcdunet.network.file;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeFalse;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.SmallModels;
import io.github.mcdunet.network.UNetModel;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TimeZone;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ModelFileTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path folder;
	private Path file;

	@Before
	public void choose() {
		folder = temporary.getRoot().toPath();
		file = folder.resolve("worms.mcdunet.zip");
	}

	@Test
	public void everythingComesBackBitByBit() {
		final UNetModel model = SmallModels.counted();
		model.parameters().get("output/conv/bias")[0] = -0f;
		model.parameters().get("encoder0/conv1/bias")[1] = Float.MIN_VALUE;
		model.parameters().get("encoder0/norm1/variance")[0] = Float.MAX_VALUE;
		ModelFile.write(model, file);
		SmallModels.assertSame(model, ModelFile.read(file));
	}

	@Test
	public void referenceNetworkComesBack() {
		final UNetModel model = SmallModels.model(Parameters.initial(Architecture.reference(2), 7),
			Normalization.maximum());
		ModelFile.write(model, file);
		SmallModels.assertSame(model, ModelFile.read(file));
	}

	@Test
	public void untrainedModelWithoutHistoryComesBack() {
		final UNetModel model = new UNetModel(
			new Parameters(Architecture.reference(1).baseFilters(1)), Normalization.maximum(),
			Collections.singletonList(""), PixelSize.UNCALIBRATED, Collections.emptyMap(),
			Collections.emptyList());
		ModelFile.write(model, file);
		SmallModels.assertSame(model, ModelFile.read(file));
	}

	@Test
	public void sameModelGivesSameBytesInEveryTimeZone() throws IOException {
		ModelFile.write(SmallModels.counted(), file);
		final TimeZone zone = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
			ModelFile.write(SmallModels.counted(), folder.resolve("again"));
		}
		finally {
			TimeZone.setDefault(zone);
		}
		assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(folder.resolve("again")));
	}

	@Test
	public void parametersAreLittleEndianFloatsInOrder() throws IOException {
		ModelFile.write(SmallModels.counted(), file);
		final ByteBuffer bytes = ByteBuffer.wrap(Archive.of(file).get("parameters.bin"))
			.order(ByteOrder.LITTLE_ENDIAN);
		// 2 blocks down: 2 -> 2 -> 2 and 2 -> 4 -> 4, one up: 6 -> 2 -> 2, then 2 -> 1
		final int count = 9 * (4 + 4 + 8 + 16 + 12 + 4) + 5 * (2 + 2 + 4 + 4 + 2 + 2) + 2 + 1;
		assertEquals(4 * count, bytes.capacity());
		assertEquals(1 / 64f, bytes.getFloat(0), 0);
		assertEquals(-2 / 64f, bytes.getFloat(4), 0);
		// after the 36 weights of the first convolution: its bias, the second array
		assertEquals(2 / 64f, bytes.getFloat(4 * 36), 0);
		assertEquals(38 / 64f, bytes.getFloat(4 * (count - 1)), 0);
	}

	@Test
	public void sizeIsKnownWithoutTheArrays() {
		assertEquals(494_009, Parameters.count(Architecture.reference(2)));
		for (int channels = 1; channels < 4; channels++)
			for (int depth = 1; depth < 5; depth++) {
				final Architecture a = Architecture.reference(channels).baseFilters(3).depth(depth);
				assertEquals(new Parameters(a).count(), Parameters.count(a));
			}
	}

	@Test
	public void existingFileIsReplacedAndNothingElseIsLeft() throws IOException {
		Files.write(file, new byte[100_000]);
		ModelFile.write(SmallModels.counted(), file);
		SmallModels.assertSame(SmallModels.counted(), ModelFile.read(file));
		assertEquals(1, names().length);
	}

	@Test
	public void missingFolderIsNamed() {
		final Path target = folder.resolve("nowhere").resolve("m.zip");
		assertTrue(writeError(SmallModels.counted(), target).contains("nowhere"));
		assertEquals(0, names().length);
	}

	@Test
	public void fileInsteadOfFolderIsNamed() throws IOException {
		Files.write(file, new byte[1]);
		assertTrue(
			writeError(SmallModels.counted(), file.resolve("m.zip")).contains("worms.mcdunet.zip"));
		assertEquals(1, names().length);
	}

	@Test
	public void folderIsNotReplacedByAModel() throws IOException {
		Files.createDirectory(file);
		assertTrue(writeError(SmallModels.counted(), file).contains("is a folder"));
		assertTrue(Files.isDirectory(file));
		assertEquals(1, names().length);
	}

	@Test
	public void unwritableFolderIsNamed() {
		final File closed = folder.toFile();
		assumeFalse("as administrator everything is writable",
			closed.setWritable(false) && Files.isWritable(folder));
		try {
			assertTrue(writeError(SmallModels.counted(), file).contains(folder.toString()));
			assertEquals(0, names().length);
		}
		finally {
			assertTrue(closed.setWritable(true));
		}
	}

	@Test
	public void failedWritingLeavesNothing() {
		final String name = String.join("", Collections.nCopies(300, "x"));
		assertTrue(
			writeError(SmallModels.counted(), folder.resolve(name)).contains(folder.toString()));
		assertEquals(0, names().length);
	}

	@Test
	public void whatCouldNotBeReadIsNotWritten() throws IOException {
		Files.write(file, new byte[3]);
		final UNetModel model = SmallModels.counted();
		model.parameters().get("decoder0/norm2/variance")[1] = -1e-9f;
		assertTrue(writeError(model, file).contains("decoder0/norm2/variance"));
		model.parameters().get("decoder0/norm2/variance")[1] = Float.NaN;
		assertTrue(writeError(model, file).contains("decoder0/norm2/variance"));
		for (final double width : new double[]{ 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
			assertTrue(writeError(uncalibrated(new PixelSize(width, 1, "mm"), "x"), file)
				.contains("pixel size"));
		assertTrue(
			writeError(uncalibrated(PixelSize.UNCALIBRATED, "a\nb"), file).contains("history"));
		assertTrue(writeError(uncalibrated(new PixelSize(1, 1, null), "x"), file).contains("unit"));
		assertEquals(3, Files.size(file));
		assertEquals(1, names().length);
	}

	@Test
	public void oldFilesStayReadable() throws Exception {
		final Path old = Paths.get(getClass().getResource("/models/version1.mcdunet.zip").toURI());
		final UNetModel m = ModelFile.read(old);
		SmallModels.assertSame(SmallModels.counted(), m);
		assertEquals(0.25, m.architecture().dropoutRate(), 0);
		assertEquals(Normalization.percentiles(1, 99.8), m.normalization());
		assertEquals(Arrays.asList("brightfield", "GFP \u00b5"), m.channelNames());
		assertEquals(0.645, m.pixelSize().width(), 0);
		assertEquals("42", m.manifest().get("seed"));
		assertEquals(Arrays.asList("epoch,loss", "1,0.5", "2,0.25"), m.history());
		assertArrayEquals(new float[]{ 2 / 64f, -4 / 64f },
			m.parameters().get("encoder0/conv1/bias"), 0);
		assertArrayEquals(new float[]{ 6 / 64f, 12 / 64f },
			m.parameters().get("encoder0/norm1/variance"), 0);
	}

	/** The file was written when version 1 was made, by code that is no more. */
	@Test
	public void theBytesOfVersionOneAreStillWritten() throws Exception {
		final Path old = Paths.get(getClass().getResource("/models/version1.mcdunet.zip").toURI());
		ModelFile.write(SmallModels.counted(), file);
		assertArrayEquals(Files.readAllBytes(old), Files.readAllBytes(file));
	}

	@Test
	public void sumsAreWhatTheToolSha256sumWrites() throws IOException {
		ModelFile.write(SmallModels.counted(), file);
		final Map<String, byte[]> parts = Archive.of(file);
		assertEquals(Arrays.asList("model.json", "history.csv", "parameters.bin", "SHA256SUMS"),
			new ArrayList<>(parts.keySet()));
		// sha256 of "epoch,loss\n1,0.5\n2,0.25\n", by the tool
		assertTrue(new String(parts.get("SHA256SUMS"), StandardCharsets.UTF_8).contains(
			"d0d23812aebad83fcadddae6623f6b5f9aa0ea63dcea598b67f6258b7104ee59  history.csv\n"));
	}

	private static UNetModel uncalibrated(final PixelSize size, final String line) {
		return new UNetModel(SmallModels.counted().parameters(), Normalization.maximum(),
			Arrays.asList("a", "b"), size, Collections.emptyMap(), Collections.singletonList(line));
	}

	private String writeError(final UNetModel model, final Path target) {
		return assertThrows(McdUnetException.class, () -> ModelFile.write(model, target))
			.getMessage();
	}

	private String[] names() {
		return folder.toFile().list();
	}
}
