package io.github.mcdunet.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.DataHash;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.SettingsText;
import io.github.mcdunet.training.TrainingSettings;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The manifest is enough to repeat a training. */
public class ManifestTest {

	private static final TrainingSettings ODD = TrainingSettings.defaults().epochs(3).baseFilters(3)
		.depth(2).seed(77).batchSize(3).learningRate(1e-3)
		.normalization(Normalization.percentiles(2, 99)).testFraction(0.2)
		.schedule(TrainingSettings.Schedule.CONSTANT).sizing(TrainingSettings.Sizing.CROP)
		.trainingSize(16);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final Dataset worms = new SyntheticWorms(32).generate(8, 1);

	private static List<Integer> numbers(final UNetModel model, final String part) {
		return Arrays.stream(model.manifest().get("split.numbers." + part).split(" "))
			.filter(n -> !n.isEmpty()).map(n -> Integer.parseInt(n) - 1)
			.collect(Collectors.toList());
	}

	private static TrainingSettings settings(final UNetModel model) {
		final Map<String, String> settings = new LinkedHashMap<>();
		model.manifest().forEach((k, v) -> {
			if (k.startsWith("settings.")) settings.put(k.substring(9), v);
		});
		return SettingsText.parse(settings);
	}

	@Test
	public void aTrainingIsRepeatedFromItsModelFile() {
		final Split own = new Split(List.of(6, 1, 0, 7), List.of(2, 5), List.of(3));
		final Path file = folder.getRoot().toPath().resolve("w.zip");
		ModelFile.write(new Training(ODD).run(worms, own, Progress.NONE).model(), file);
		final UNetModel model = ModelFile.read(file);
		final UNetModel again = new Training(settings(model))
			.run(worms, new Split(numbers(model, "training"), numbers(model, "validation"),
				numbers(model, "test")), Progress.NONE)
			.model();
		assertEquals(model.manifest(), again.manifest());
		for (int i = 0; i < model.parameters().entries().size(); i++)
			assertArrayEquals(model.parameters().entries().get(i).values(),
				again.parameters().entries().get(i).values(), 0);
	}

	@Test
	public void allThatDecidesIsThere() {
		final UNetModel model = new Training(ODD).run(worms, Progress.NONE).model();
		final Map<String, String> m = model.manifest();
		assertEquals(DataHash.of(worms).named(), m.get("data.sha256"));
		assertEquals("random weights", m.get("start"));
		assertEquals("3", m.get("result.batchSizes"));
		assertFalse(m.containsKey("result.maskOffset"));
		for (final String key : new String[]{ "version", "engine", "engine.instructions", "java",
			"platform" })
			assertFalse(key, m.get(key).isEmpty());
		assertTrue(m.get("engine.threads"), Integer.parseInt(m.get("engine.threads")) >= 1);
		final Split split = new Training(ODD).split(worms);
		assertEquals(split.training(), numbers(model, "training"));
		assertEquals(split.validation(), numbers(model, "validation"));
		assertEquals(split.test(), numbers(model, "test"));
		assertEquals(SettingsText.of(ODD), SettingsText.of(settings(model)));
	}

	@Test
	public void theModelToStartFromIsKnownByItsWeights() throws Exception {
		final UNetModel first = new Training(ODD).run(worms, Progress.NONE).model();
		final Path file = folder.getRoot().toPath().resolve("first.zip");
		ModelFile.write(first, file);
		final byte[] digest;
		try (ZipFile zip = new ZipFile(file.toFile())) {
			digest = MessageDigest.getInstance("SHA-256")
				.digest(zip.getInputStream(zip.getEntry("parameters.bin")).readAllBytes());
		}
		final StringBuilder hex = new StringBuilder();
		for (final byte b : digest)
			hex.append(String.format("%02x", b));
		final UNetModel second = new Training(ODD).startFrom(first).run(worms, Progress.NONE)
			.model();
		assertEquals("another model", second.manifest().get("start"));
		assertEquals(hex.toString(), second.manifest().get("start.sha256"));
	}
}
