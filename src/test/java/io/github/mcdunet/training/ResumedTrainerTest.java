package io.github.mcdunet.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.Progress;
import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.Checkpoint;
import io.github.mcdunet.network.file.CheckpointFile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * A training that goes on from any of its epochs ends as the one that never stopped, bit for bit.
 */
public class ResumedTrainerTest {

	private static final Architecture TINY = Architecture.reference(1).baseFilters(2).depth(2)
		.batchNormMomentum(0.8);
	private static final TrainingSettings SETTINGS = TrainingSettings.defaults().epochs(5)
		.patience(0).learningRate(0.01).batchSize(2);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final Dataset training = TrainerTest.discs(5, 24, 1),
		validation = TrainerTest.discs(2, 24, 2);

	@Test
	public void withACosineSchedule() {
		assertEveryEpochResumes(SETTINGS.schedule(TrainingSettings.Schedule.COSINE),
			TrainingResult.End.ALL_EPOCHS);
	}

	@Test
	public void withAConstantRateAndCrops() {
		assertEveryEpochResumes(
			SETTINGS.schedule(TrainingSettings.Schedule.CONSTANT)
				.sizing(TrainingSettings.Sizing.CROP).trainingSize(16).batchSize(3),
			TrainingResult.End.ALL_EPOCHS);
	}

	/** Masks two pixels below: found out after some epochs, and augmented so from then on. */
	@Test
	public void withMasksBesideTheObjects() {
		final List<Optional<MaskOffset>> offsets = new ArrayList<>();
		final TrainingSettings settings = TrainerTest.SETTINGS.epochs(16);
		final Dataset beside = TrainerTest.moved(TrainerTest.discs(8, 40, 1), 2);
		final List<Path> files = new ArrayList<>();
		final TrainedNetwork whole = new Trainer(settings,
			Parameters.initial(TrainerTest.SMALL.dropoutRate(0), 1))
			.train(beside, validation, Progress.NONE, state -> {
				files.add(write(state));
				offsets.add(state.maskOffset());
			});
		final int found = offsets.indexOf(offsets.get(15));
		assertTrue("found out in epoch " + (found + 1) + ": " + offsets,
			found > 0 && offsets.get(15).isPresent());
		for (final int i : new int[]{ found - 1, found })
			assertSame(whole,
				new Trainer(settings, read(files.get(i))).train(beside, validation, Progress.NONE));
	}

	@Test
	public void withPatience() {
		// a vanishing learning rate: validation loss moves only with batch norm's statistics, then stands still
		assertEveryEpochResumes(SETTINGS.epochs(200).learningRate(1e-12).patience(3).augment(false),
			TrainingResult.End.NO_IMPROVEMENT);
	}

	private void assertEveryEpochResumes(final TrainingSettings settings,
		final TrainingResult.End end) {
		final List<Path> files = new ArrayList<>();
		final TrainedNetwork whole = new Trainer(settings,
			Parameters.initial(TINY.dropoutRate(settings.dropoutRate()), 1))
			.train(training, validation, Progress.NONE, state -> files.add(write(state)));
		assertEquals(end, whole.end());
		assertEquals(whole.history().epochs().size(), files.size());
		// of many epochs the first, some and the last
		for (int i = 0; i < files.size(); i += i < 3 || i > files.size() - 4 ? 1
			: files.size() / 4) {
			final List<Integer> more = new ArrayList<>();
			final TrainedNetwork resumed = new Trainer(settings, read(files.get(i))).train(training,
				validation, Progress.NONE, state -> more.add(state.history().epochs().size()));
			assertSame(whole, resumed);
			assertEquals(files.size() - i - 1, more.size());
		}
	}

	private Path write(final TrainingState state) {
		final UNetModel best = new UNetModel(state.best(), Normalization.maximum(),
			List.of("discs"), PixelSize.UNCALIBRATED, Map.of(), HistoryText.exact(state.history()));
		final Path file = folder.getRoot().toPath()
			.resolve(state.history().epochs().size() + ".zip");
		CheckpointFile.write(new Checkpoint(best, state.parameters(), state.optimizer(),
			Map.of("steps", String.valueOf(state.steps()), "x", text(state, MaskOffset::x), "y",
				text(state, MaskOffset::y))),
			file);
		return file;
	}

	private static TrainingState read(final Path file) {
		final Checkpoint c = CheckpointFile.read(file);
		return new TrainingState(c.parameters(), c.best().parameters(), c.optimizer(),
			HistoryText.parse(c.best().history()), Long.parseLong(c.training().get("steps")),
			Optional.of(c.training().get("x")).filter(x -> !x.isEmpty())
				.map(x -> new MaskOffset(Double.parseDouble(x),
					Double.parseDouble(c.training().get("y")))),
			BatchSizes.NONE);
	}

	private static String text(final TrainingState state,
		final Function<MaskOffset, Double> coordinate) {
		return state.maskOffset().map(coordinate).map(String::valueOf).orElse("");
	}

	private static void assertSame(final TrainedNetwork expected, final TrainedNetwork actual) {
		assertEquals(expected.end(), actual.end());
		assertEquals(withoutSeconds(expected.history()), withoutSeconds(actual.history()));
		for (int k = 0; k < expected.parameters().entries().size(); k++)
			assertArrayEquals(expected.parameters().entries().get(k).values(),
				actual.parameters().entries().get(k).values(), 0);
	}

	private static List<String> withoutSeconds(final History history) {
		return HistoryText.exact(history).stream()
			.map(line -> line.substring(0, line.lastIndexOf(','))).collect(Collectors.toList());
	}

	@Test
	public void aHistoryThatCannotBeIsRefused() {
		for (final List<String> lines : List.of(List.<String>of(), List.of("epoch"),
			List.of(HistoryText.HEADER), List.of(HistoryText.HEADER, "2,1,1,1,1,1,1,1"),
			List.of(HistoryText.HEADER, "1,1,1"), List.of(HistoryText.HEADER, "1,x,1,1,1,1,1,1")))
			assertThrows(lines.toString(), IllegalArgumentException.class,
				() -> HistoryText.parse(lines));
	}

	@Test
	public void anEpochTakesAStep() {
		final Parameters p = new Parameters(TINY);
		final History two = HistoryText
			.parse(List.of(HistoryText.HEADER, "1,1,1,1,1,1,1,1", "2,1,1,1,1,1,1,1"));
		assertEquals(2, two.epochs().size());
		assertThrows(IllegalArgumentException.class,
			() -> new TrainingState(p, p, new Adam(p), two, 1, Optional.empty(), BatchSizes.NONE));
	}

	@Test
	public void settingsComeBackFromTheirText() {
		final TrainingSettings s = TrainingSettings.defaults().epochs(7).batchSize(3)
			.learningRate(1 / 3.0).schedule(TrainingSettings.Schedule.CONSTANT).patience(9)
			.validationFraction(0.3).validationSamples(2).testFraction(0.1).seed(Long.MIN_VALUE)
			.baseFilters(5).depth(3).dropoutRate(0.125).batchNormMomentum(0.75)
			.sizing(TrainingSettings.Sizing.CROP).trainingSize(64).augment(false)
			.normalization(Normalization.percentiles(2, 98.5))
			.weights(TrainingSettings.Weights.BALANCED);
		final Map<String, String> defaults = SettingsText.of(TrainingSettings.defaults());
		SettingsText.of(s).forEach((k, v) -> assertTrue(k, !v.equals(defaults.get(k))));
		final TrainingSettings back = SettingsText.parse(SettingsText.of(s));
		assertEquals(SettingsText.of(s), SettingsText.of(back));
		assertEquals(1 / 3.0, back.learningRate(), 0);
		assertEquals(Normalization.percentiles(2, 98.5), back.normalization());
		assertEquals(defaults, SettingsText.of(SettingsText.parse(Map.of())));
		assertEquals(TrainingSettings.Weights.BALANCED, back.weights());
		assertFalse("files without weights stay as they always were",
			defaults.containsKey("weights"));
	}

	@Test
	public void impossibleSettingsAreNamed() {
		for (final String[] bad : new String[][]{ { "colour", "red" }, { "epochs", "1.5" },
			{ "schedule", "SINE" }, { "augment", "yes" },
			{ "normalization", "percentiles 9 .. 1" } }) {
			final String message = assertThrows(IllegalArgumentException.class,
				() -> SettingsText.parse(Map.of(bad[0], bad[1]))).getMessage();
			assertTrue(message, message.contains(bad[0]));
		}
	}
}
