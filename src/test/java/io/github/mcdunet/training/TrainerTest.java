package io.github.mcdunet.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Test;

public class TrainerTest {

	static final Architecture SMALL = Architecture.reference(1).baseFilters(4).depth(2)
		.batchNormMomentum(0.8);
	static final TrainingSettings SETTINGS = TrainingSettings.defaults().epochs(12).patience(0)
		.learningRate(0.01).batchSize(2).schedule(TrainingSettings.Schedule.CONSTANT);

	/** Noisy bright discs. */
	static Dataset discs(final int n, final int size, final long seed) {
		final List<LabeledImage> samples = new ArrayList<>();
		final SplittableRandom r = new SplittableRandom(seed);
		for (int i = 0; i < n; i++) {
			final float[] pixels = new float[size * size];
			final byte[] mask = new byte[size * size];
			final double x = size * (0.3 + 0.4 * r.nextDouble()),
				y = size * (0.3 + 0.4 * r.nextDouble()), radius = size * 0.2;
			for (int k = 0; k < pixels.length; k++) {
				mask[k] = (byte) (Math.hypot(k % size - x, k / size - y) < radius ? 1 : 0);
				pixels[k] = (float) (100 + 60 * mask[k] + 60 * r.nextDouble());
			}
			samples.add(new LabeledImage("disc " + i, 1, pixels, Labels.ofMask(mask, size, size)));
		}
		return new Dataset(samples, List.of("discs"));
	}

	/** The same images with all masks so many pixels lower. */
	static Dataset moved(final Dataset data, final int down) {
		final List<LabeledImage> samples = new ArrayList<>();
		for (final LabeledImage s : data.images()) {
			final byte[] mask = new byte[s.labels().size()];
			System.arraycopy(s.labels().classes(), 0, mask, down * s.width(),
				mask.length - down * s.width());
			samples.add(new LabeledImage(s.name(), s.channels(), s.pixels(),
				Labels.ofMask(mask, s.width(), s.height())));
		}
		return new Dataset(samples, data.channelNames());
	}

	/** Flipping would teach the network both sides; see MaskOffset. */
	@Test
	public void masksBesideTheObjectsAreFoundOutAndLearnt() {
		final List<String> messages = new ArrayList<>();
		final List<MaskOffset> offsets = new ArrayList<>();
		final TrainedNetwork trained = new Trainer(
			SETTINGS.epochs(20).normalization(Normalization.maximum()),
			Parameters.initial(SMALL.dropoutRate(0), 1))
			.train(moved(discs(8, 40, 1), 2), moved(discs(4, 40, 2), 2), new Progress() {

				@Override
				public void report(final String stage, final long done, final long total) {
					// the messages are enough
				}

				@Override
				public void message(final String line) {
					messages.add(line);
				}
			}, state -> state.maskOffset().ifPresent(offsets::add));
		assertFalse("Found nothing: " + messages, offsets.isEmpty());
		final MaskOffset found = offsets.get(offsets.size() - 1);
		assertSame(found, trained.maskOffset().get());
		assertEquals(0, found.x(), 0.4);
		assertEquals(2, found.y(), 0.4);
		assertTrue(messages.toString(),
			messages.stream().anyMatch(m -> m.contains("The masks lie beside the objects")));
	}

	@Test
	public void masksOnTheObjectsStayAsTheyAre() {
		final List<Optional<MaskOffset>> offsets = new ArrayList<>();
		new Trainer(SETTINGS.epochs(20), Parameters.initial(SMALL.dropoutRate(0), 1)).train(
			discs(8, 40, 1), discs(4, 40, 2), Progress.NONE,
			state -> offsets.add(state.maskOffset()));
		assertEquals(Set.of(Optional.empty()), Set.copyOf(offsets));
	}

	private static TrainedNetwork train(final TrainingSettings settings, final Progress progress) {
		return new Trainer(settings,
			Parameters.initial(SMALL.dropoutRate(settings.dropoutRate()), 1))
			.train(discs(8, 40, 1), discs(4, 40, 2), progress);
	}

	@Test
	public void learnsDiscs() {
		final TrainedNetwork t = train(SETTINGS.epochs(25), Progress.NONE);
		assertEquals(25, t.history().epochs().size());
		final double first = t.history().epochs().get(0).validation().loss();
		assertTrue(t.history().best().validation().loss() < 0.5 * first);
		assertTrue("Dice " + t.history().best().validation().dice(),
			t.history().best().validation().dice() > 0.9);
	}

	@Test
	public void twoTrainingsAtOnceGiveTheSameAsAlone() throws Exception {
		final TrainingSettings settings = SETTINGS.epochs(3);
		final TrainedNetwork alone = train(settings, Progress.NONE);
		final ExecutorService pool = Executors.newFixedThreadPool(2);
		final List<Future<TrainedNetwork>> both = pool.invokeAll(
			List.of(() -> train(settings, Progress.NONE), () -> train(settings, Progress.NONE)));
		pool.shutdown();
		for (final Future<TrainedNetwork> trained : both)
			for (int k = 0; k < alone.parameters().entries().size(); k++)
				assertArrayEquals(alone.parameters().entries().get(k).values(),
					trained.get().parameters().entries().get(k).values(), 0);
	}

	@Test
	public void aSeedRepeatsBitForBit() {
		final TrainingSettings short5 = SETTINGS.epochs(4);
		final TrainedNetwork a = train(short5, Progress.NONE), b = train(short5, Progress.NONE),
			other = train(short5.seed(2), Progress.NONE);
		boolean differs = false;
		for (int k = 0; k < a.parameters().entries().size(); k++) {
			assertArrayEquals(a.parameters().entries().get(k).values(),
				b.parameters().entries().get(k).values(), 0);
			differs |= !java.util.Arrays.equals(a.parameters().entries().get(k).values(),
				other.parameters().entries().get(k).values());
		}
		assertTrue("another seed gives another model", differs);
		assertEquals(a.history().best().validation().loss(), b.history().best().validation().loss(),
			0);
	}

	@Test
	public void cropsAndOddSizesTrainToo() {
		final TrainingSettings crops = SETTINGS.epochs(2).sizing(TrainingSettings.Sizing.CROP)
			.trainingSize(24);
		final Dataset odd = discs(5, 37, 3);
		for (final TrainingSettings s : new TrainingSettings[]{ crops,
			crops.sizing(TrainingSettings.Sizing.RESIZE), SETTINGS.epochs(2) })
			assertTrue(Double.isFinite(new Trainer(s, Parameters.initial(SMALL, 1))
				.train(odd, odd, Progress.NONE).history().best().validation().loss()));
	}

	@Test
	public void stopsWhenNothingGetsBetter() {
		// a vanishing learning rate: validation loss moves only with batch norm's statistics, then stands still
		final TrainedNetwork t = train(
			SETTINGS.epochs(200).learningRate(1e-12).patience(3).augment(false), Progress.NONE);
		assertEquals(TrainingResult.End.NO_IMPROVEMENT, t.end());
		assertEquals(t.history().best().number() + 3, t.history().epochs().size());
	}

	@Test
	public void aCancelKeepsTheBestSoFar() {
		final TrainedNetwork t = train(SETTINGS, canceledFromEpoch(4));
		assertEquals(TrainingResult.End.CANCELED, t.end());
		assertEquals(3, t.history().epochs().size());
		final TrainedNetwork three = train(SETTINGS.epochs(3), Progress.NONE);
		assertArrayEquals(three.parameters().entries().get(0).values(),
			t.parameters().entries().get(0).values(), 0);
		assertThrows(CancellationException.class, () -> train(SETTINGS, canceledFromEpoch(1)));
	}

	private static Progress canceledFromEpoch(final int epoch) {
		return new Progress() {

			private boolean canceled = epoch == 1;

			@Override
			public void report(final String stage, final long done, final long total) {
				canceled |= stage.startsWith("Epoch " + epoch + " ");
			}

			@Override
			public boolean isCanceled() {
				return canceled;
			}
		};
	}

	@Test
	public void aLossThatIsNoNumberStopsTheTrainingAndKeepsTheBest() {
		final Parameters broken = Parameters.initial(SMALL, 1);
		broken.get("output/conv/bias")[0] = Float.NaN;
		final McdUnetException e = assertThrows(McdUnetException.class,
			() -> new Trainer(SETTINGS, broken).train(discs(4, 40, 1), discs(2, 40, 2),
				Progress.NONE));
		assertTrue(e.getMessage(), e.getMessage().contains("learning rate"));
		// so large a step that the weights, not the first epoch, overflow; engines differ in when float overflows
		final TrainedNetwork early = train(SETTINGS.epochs(20).learningRate(3e7), Progress.NONE);
		final TrainedNetwork t = early.end() == TrainingResult.End.DIVERGED ? early
			: train(SETTINGS.epochs(200).learningRate(1e8), Progress.NONE);
		assertEquals(TrainingResult.End.DIVERGED, t.end());
		for (final Parameters.Entry entry : t.parameters().entries())
			for (final float v : entry.values())
				assertTrue(entry.name() + " " + v + " " + HistoryText.of(t.history()),
					Float.isFinite(v));
	}

	@Test
	public void historyIsCsv() {
		final List<String> lines = HistoryText
			.of(train(SETTINGS.epochs(2), Progress.NONE).history());
		assertEquals(3, lines.size());
		assertEquals("epoch,acc,loss,dice,val_acc,val_loss,val_dice,seconds", lines.get(0));
		assertEquals(8, lines.get(2).split(",").length);
		assertTrue(lines.get(2).startsWith("2,"));
	}
}
