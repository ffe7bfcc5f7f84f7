package io.github.mcdunet.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.network.Parameters;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

public class TrainerMemoryTest {

	/**
	 * Runs out of memory in the middle of the second epoch, as long as a step has more images than
	 * this.
	 */
	private static final class Greedy implements TrainingListener {

		private final int most;
		private final List<Integer> batches = new ArrayList<>();

		Greedy(final int most) {
			this.most = most;
		}

		@Override
		public void trainingBegins(final TrainingSettings settings, final int validationImages) {
			// each attempt begins
		}

		@Override
		public void batchBegins(final int epoch, final int done, final int count) {
			batches.add(count);
			if (epoch == 2 && done == 1 && 8 / count > most) throw new OutOfMemoryError("made up");
		}

		@Override
		public int previewImage() {
			return -1;
		}

		@Override
		public void previewed(final Preview preview) {
			// none is asked for
		}

		@Override
		public void epochEnds(final History history) {
			// not looked at
		}
	}

	private final List<String> said = new ArrayList<>();

	private final Progress progress = new Progress() {

		@Override
		public void report(final String stage, final long done, final long total) {
			// the messages count
		}

		@Override
		public void message(final String line) {
			said.add(line);
		}
	};

	private TrainedNetwork train(final Greedy listener) {
		return new Trainer(TrainerTest.SETTINGS.batchSize(4).epochs(4),
			Parameters.initial(TrainerTest.SMALL.dropoutRate(0), 1), listener)
			.train(TrainerTest.discs(8, 32, 1), TrainerTest.discs(2, 32, 2), progress);
	}

	@Test
	public void goesOnWithHalfTheBatch() {
		final Greedy listener = new Greedy(2);
		final TrainedNetwork trained = train(listener);
		assertEquals(List.of(2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4), listener.batches);
		assertEquals("every epoch is told once", 4, trained.history().epochs().size());
		assertTrue(said.toString(),
			said.contains("Memory ran out; going on with 2 images per step."));
	}

	@Test
	public void oneImageThatDoesNotFitGetsASentence() {
		final String message = assertThrows(McdUnetException.class, () -> train(new Greedy(0)))
			.getMessage();
		assertTrue(message, message.startsWith("There is too little memory to train"));
		assertTrue(message, message.contains("training size"));
		assertEquals(2, said.stream()
			.filter(line -> line.startsWith("Memory ran out; going on with ")).count());
	}
}
