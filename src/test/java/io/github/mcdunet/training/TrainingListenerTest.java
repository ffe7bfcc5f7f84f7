package io.github.mcdunet.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

public class TrainingListenerTest {

	private static final TrainingSettings SETTINGS = TrainerTest.SETTINGS.epochs(4);
	private static final Architecture DROPOUT = TrainerTest.SMALL;
	private static final Dataset TRAINING = TrainerTest.discs(4, 40, 1);

	@Test
	public void lookingOnChangesNoBit() {
		final Dataset validation = TrainerTest.discs(3, 40, 2);
		final TrainedNetwork unseen = new Trainer(SETTINGS, Parameters.initial(DROPOUT, 1))
			.train(TRAINING, validation, Progress.NONE);
		final Notes notes = new Notes(3);
		final TrainedNetwork seen = new Trainer(SETTINGS, Parameters.initial(DROPOUT, 1), notes)
			.train(TRAINING, validation, Progress.NONE);
		for (int k = 0; k < seen.parameters().entries().size(); k++)
			assertArrayEquals(unseen.parameters().entries().get(k).values(),
				seen.parameters().entries().get(k).values(), 0);
		for (int e = 0; e < 4; e++) {
			final History.Epoch a = unseen.history().epochs().get(e),
				b = seen.history().epochs().get(e);
			assertEquals(a.training().loss(), b.training().loss(), 0);
			assertEquals(a.validation().loss(), b.validation().loss(), 0);
			assertEquals(a.validation().dice(), b.validation().dice(), 0);
		}
	}

	@Test
	public void tellsOfEveryBatchAndEpochAndOfTheImageAskedFor() {
		final Notes notes = new Notes(3);
		new Trainer(SETTINGS, Parameters.initial(DROPOUT, 1), notes).train(TRAINING,
			TrainerTest.discs(3, 40, 2), Progress.NONE);
		assertEquals(List.of("begin 4 3", "1: 0/2", "1: 1/2", "seen 1 disc 1", "end 1", "2: 0/2",
			"2: 1/2", "seen 2 disc 2", "end 2", "3: 0/2", "3: 1/2", "seen 3 disc 0", "end 3",
			"4: 0/2", "4: 1/2", "seen 4 disc 1", "end 4"), notes.lines);
	}

	/**
	 * With one validation image, loss and Dice of the epoch are those of its preview: the same
	 * pixels, counted here.
	 */
	@Test
	public void previewIsWhatTheEpochIsJudgedBy() {
		for (final double rate : new double[]{ 0, 0.5 }) {
			final Notes notes = new Notes(1);
			final TrainedNetwork trained = new Trainer(SETTINGS.dropoutRate(rate),
				Parameters.initial(DROPOUT.dropoutRate(rate), 1), notes)
				.train(TRAINING, TrainerTest.discs(1, 40, 2), Progress.NONE);
			for (int e = 0; e < 4; e++) {
				final Preview p = notes.previews.get(e);
				double loss = 0, both = 0, sum = 0;
				for (int i = 0; i < p.truth().size(); i++) {
					final double right = p.truth().classes()[i] == 1 ? p.probability()[i]
						: 1 - p.probability()[i];
					final int found = p.probability()[i] >= 0.5 ? 1 : 0;
					loss -= Math.log(right) / p.truth().size();
					both += found * p.truth().classes()[i];
					sum += found + p.truth().classes()[i];
				}
				final Scores scores = trained.history().epochs().get(e).validation();
				assertEquals(loss, scores.loss(), 1e-4 * loss);
				assertEquals(2 * both / sum, scores.dice(), 1e-6);
			}
		}
	}

	@Test
	public void entropyIsThatOfAFairCoinAtAHalf() {
		final Dataset one = TrainerTest.discs(1, 2, 1);
		final float[] entropy = new Preview(0, 1, one.get(0), new float[]{ 0, 0.5f, 1, 0.25f })
			.entropy();
		assertArrayEquals(new float[]{ 0, (float) Math.log(2), 0, 0.562335f }, entropy, 1e-6f);
	}

	/** Asks for one image after another. */
	private static final class Notes implements TrainingListener {

		private final int images;
		private final List<String> lines = new ArrayList<>();
		private final List<Preview> previews = new ArrayList<>();

		Notes(final int images) {
			this.images = images;
		}

		@Override
		public void trainingBegins(final TrainingSettings settings, final int validationImages) {
			lines.add("begin " + settings.epochs() + " " + validationImages);
		}

		@Override
		public void batchBegins(final int epoch, final int done, final int batches) {
			lines.add(epoch + ": " + done + "/" + batches);
		}

		@Override
		public int previewImage() {
			return (previews.size() + 1) % images;
		}

		@Override
		public void previewed(final Preview preview) {
			previews.add(preview);
			lines.add("seen " + preview.epoch() + " " + preview.name());
		}

		@Override
		public void epochEnds(final History history) {
			lines.add("end " + history.epochs().size());
		}
	}
}
