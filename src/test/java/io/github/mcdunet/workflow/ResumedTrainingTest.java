package io.github.mcdunet.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.Checkpoint;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.HistoryText;
import io.github.mcdunet.training.TrainingResult;
import io.github.mcdunet.training.TrainingSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ResumedTrainingTest {

	private static final TrainingSettings QUICK = TrainingSettings.defaults().epochs(4)
		.baseFilters(2).depth(2).seed(3).validationFraction(0.34);

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private final Dataset worms = new SyntheticWorms(32).generate(4, 1);
	private Path folder;
	private Path file;

	@Before
	public void choose() throws IOException {
		folder = temporary.newFolder().toPath();
		file = folder.resolve("w.mcdunet.checkpoint.zip");
	}

	/** Cancels when an epoch begins, keeps the messages, and tells them to a listener. */
	private static final class Stop implements Progress {

		private final int epoch;
		private final Consumer<String> listener;
		private final List<String> messages = new ArrayList<>();
		private boolean canceled;

		Stop(final int epoch, final Consumer<String> listener) {
			this.epoch = epoch;
			this.listener = listener;
		}

		@Override
		public void report(final String stage, final long done, final long total) {
			canceled |= stage.startsWith("Epoch " + epoch + " ");
		}

		@Override
		public void message(final String line) {
			listener.accept(line);
			messages.add(line);
		}

		@Override
		public boolean isCanceled() {
			return canceled;
		}
	}

	private UNetModel train(final Training training, final Progress progress) {
		return training.pixelSize(new PixelSize(0.5, 0.25, "mm")).checkpoints(file, Duration.ZERO)
			.run(worms, progress).model();
	}

	private static Stop stop(final int epoch) {
		return new Stop(epoch, line -> {
		});
	}

	private void breakOff() {
		train(new Training(QUICK), stop(3));
	}

	/** The same but for the time that it took. */
	static void assertSame(final UNetModel expected, final UNetModel actual) {
		assertEquals(expected.architecture(), actual.architecture());
		assertEquals(expected.manifest(), actual.manifest());
		assertEquals(expected.pixelSize().toString(), actual.pixelSize().toString());
		assertEquals(withoutSeconds(expected), withoutSeconds(actual));
		final List<Parameters.Entry> a = expected.parameters().entries(),
			b = actual.parameters().entries();
		for (int k = 0; k < a.size(); k++)
			assertArrayEquals(a.get(k).name(), a.get(k).values(), b.get(k).values(), 0);
	}

	private static List<String> withoutSeconds(final UNetModel model) {
		return model.history().stream().map(line -> line.substring(0, line.lastIndexOf(',')))
			.collect(Collectors.toList());
	}

	@Test
	public void endsAsIfItHadNeverStopped() {
		breakOff();
		final ResumedTraining resumed = Training.resume(file, Duration.ZERO);
		assertEquals(2, resumed.epochs());
		assertEquals(new Training(QUICK).split(worms).training(), resumed.split().training());
		final UNetModel expected = new Training(QUICK).pixelSize(new PixelSize(0.5, 0.25, "mm"))
			.run(worms, Progress.NONE).model();
		assertSame(expected, resumed.run(worms, Progress.NONE).model());
		// the last epoch's checkpoint has nothing left to do
		final ResumedTraining done = Training.resume(file, Duration.ZERO);
		assertEquals(4, done.epochs());
		assertSame(expected, done.run(worms, Progress.NONE).model());
	}

	@Test
	public void fineTuningGoesOnToo() {
		final UNetModel start = new Training(QUICK.epochs(1)).run(worms, Progress.NONE).model();
		final Training tuning = new Training(QUICK.baseFilters(8).learningRate(1e-3))
			.startFrom(start);
		final UNetModel expected = train(tuning, Progress.NONE);
		train(tuning, stop(2));
		final UNetModel resumed = Training.resume(file).run(worms, Progress.NONE).model();
		assertSame(expected, resumed);
		assertEquals("another model", resumed.manifest().get("start"));
	}

	@Test
	public void theResultSaysHowItWent() {
		final TrainingResult canceled = new Training(QUICK).checkpoints(file, Duration.ZERO)
			.run(worms, stop(3));
		assertEquals(TrainingResult.End.CANCELED, canceled.end());
		assertEquals(2, canceled.history().epochs().size());
		final TrainingResult resumed = Training.resume(file).run(worms, Progress.NONE);
		assertEquals(TrainingResult.End.ALL_EPOCHS, resumed.end());
		assertEquals(4, resumed.history().epochs().size());
		assertEquals(HistoryText.of(resumed.history()), resumed.model().history());
		assertEquals(new Training(QUICK).split(worms).validation(), resumed.split().validation());
	}

	@Test
	public void aCancelOfTheResumedTrainingKeepsTheBestSoFar() {
		breakOff();
		final UNetModel best = Training.resume(file).run(worms, stop(3)).model();
		assertEquals("stopped by the user", best.manifest().get("result.end"));
		assertEquals(3, best.history().size());
		assertArrayEquals(ModelFile.read(file).parameters().get("encoder0/conv1/weights"),
			best.parameters().get("encoder0/conv1/weights"), 0);
	}

	@Test
	public void namesMayDifferButNothingElse() {
		breakOff();
		final List<LabeledImage> renamed = new ArrayList<>(),
			swapped = new ArrayList<>(worms.images());
		for (final LabeledImage s : worms.images())
			renamed.add(new LabeledImage("new " + s.name(), 2, s.pixels(), s.labels()));
		assertEquals(5,
			Training.resume(file).run(new Dataset(renamed, worms.channelNames()), Progress.NONE)
				.model().history().size());
		swapped.add(swapped.remove(0));
		assertRefused(swapped, "other order");
		final LabeledImage s = worms.get(1);
		final byte[] mask = s.labels().classes().clone();
		mask[5] ^= 1;
		assertRefused(List.of(worms.get(0),
			new LabeledImage(s.name(), 2, s.pixels(), Labels.ofMask(mask, 32, 32)), worms.get(2),
			worms.get(3)), "other mask");
		final float[] pixels = s.pixels().clone();
		pixels[7] += 1;
		assertRefused(List.of(worms.get(0), new LabeledImage(s.name(), 2, pixels, s.labels()),
			worms.get(2), worms.get(3)), "other pixel");
		final String fewer = assertRefused(worms.images().subList(0, 3), "fewer");
		assertTrue(fewer, fewer.contains("had 4 images with masks, but here are 3"));
	}

	private String assertRefused(final List<LabeledImage> samples, final String what) {
		final String message = assertThrows(what, McdUnetException.class, () -> Training
			.resume(file).run(new Dataset(samples, worms.channelNames()), Progress.NONE))
			.getMessage();
		assertTrue(message, message.contains("the very images and masks"));
		return message;
	}

	@Test
	public void aFolderThatVanishesIsToldOnceAndTheTrainingGoesOn() throws IOException {
		final Path away = folder.resolveSibling("away");
		final Stop progress = new Stop(5, line -> {
			if (line.startsWith("Epoch 2 ")) move(folder, away);
		});
		assertEquals(5, train(new Training(QUICK), progress).history().size());
		assertEquals(1,
			progress.messages.stream().filter(m -> m.contains("There is no folder")).count());
		assertFalse(Files.exists(folder));
		move(away, folder);
		assertEquals("the last one before", 1, Training.resume(file).epochs());
	}

	@Test
	public void aFolderThatComesBackGetsCheckpointsAgain() throws IOException {
		final Path away = folder.resolveSibling("away");
		train(new Training(QUICK), new Stop(5, line -> {
			if (line.startsWith("Epoch 1 ")) move(folder, away);
			if (line.startsWith("Epoch 3 ")) move(away, folder);
		}));
		assertEquals(4, Training.resume(file).epochs());
	}

	private static void move(final Path from, final Path to) {
		try {
			Files.move(from, to);
		}
		catch (final IOException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	public void whatCannotBeResumedGetsASentence() {
		breakOff();
		final Checkpoint good = CheckpointFile.read(file);
		for (final String[] change : new String[][]{ { "settings.epochs", "many" },
			{ "settings.learningRate", "NaN" }, { "settings.new", "1" },
			{ "split.training", "0 1 99" }, { "split.training", "0 0" }, { "split.validation", "" },
			{ "split.test", "x" }, { "steps", "-1" }, { "data.images", "" } }) {
			final Map<String, String> training = new LinkedHashMap<>(good.training());
			training.put(change[0], change[1]);
			CheckpointFile.write(
				new Checkpoint(good.best(), good.parameters(), good.optimizer(), training), file);
			final String message = assertThrows(change[0], McdUnetException.class,
				() -> Training.resume(file)).getMessage();
			assertTrue(message,
				message.contains("cannot be resumed: ") || message.contains("rate (NaN)"));
		}
		final Map<String, String> training = new LinkedHashMap<>(good.training());
		training.remove("data.sha256");
		CheckpointFile.write(
			new Checkpoint(good.best(), good.parameters(), good.optimizer(), training), file);
		assertThrows(McdUnetException.class, () -> Training.resume(file));
	}

	@Test
	public void checkpointsKeepADistance() throws IOException {
		new Training(QUICK).checkpoints(file, Duration.ofHours(1)).run(worms, Progress.NONE);
		assertEquals("only the first epoch's", 1, Training.resume(file).epochs());
		assertEquals(1, folder.toFile().list().length);
	}
}
