package io.github.mcdunet.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.network.Parameters;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

public class NothingLearnedTest {

	/** One object of 2 x 2 pixels in noise: 4 of 1024 pixels are object. */
	private static Dataset tiny() {
		final List<LabeledImage> images = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			final byte[] mask = new byte[32 * 32];
			final float[] pixels = new float[mask.length];
			for (int p = 0; p < pixels.length; p++)
				pixels[p] = (31 * p + 17 * i) % 97;
			for (final int p : new int[]{ 330, 331, 362, 363 })
				mask[p] = 1;
			images.add(new LabeledImage("image " + i, 1, pixels, Labels.ofMask(mask, 32, 32)));
		}
		return new Dataset(images, List.of("noise"));
	}

	private static List<String> train(final TrainingSettings settings, final Dataset data) {
		final List<String> messages = new ArrayList<>();
		new Trainer(settings, Parameters.initial(TrainerTest.SMALL, 1)).train(data, data,
			new Progress() {

				@Override
				public void report(final String stage, final long done, final long total) {
				}

				@Override
				public void message(final String line) {
					messages.add(line);
				}
			});
		messages.removeIf(
			line -> !line.contains("finds no object") && !line.contains("has not learned to find"));
		return messages;
	}

	private static History history(final int epochs, final double dice) {
		History history = History.EMPTY;
		for (int i = 1; i <= epochs; i++)
			history = history
				.plus(new History.Epoch(i, new Scores(1, 1, 0), new Scores(1, 1, dice), 1));
		return history;
	}

	@Test
	public void saidDuringTheTraining() {
		final List<String> said = train(TrainerTest.SETTINGS.epochs(6).learningRate(1e-6), tiny());
		assertTrue(said.toString(), said.get(0).startsWith(
			"Until now the network finds no object (validation Dice about 0 after 3 epochs): objects are 0.39 % of the pixels."));
	}

	@Test
	public void saidAfterTheTraining() {
		final NothingLearned nothing = new NothingLearned(TrainingSettings.defaults(), tiny());
		final String said = nothing.after(history(120, 0)).get();
		assertTrue(said,
			said.startsWith("The network has not learned to find any object")
				&& said.contains("larger training size") && said.contains("'Crop'")
				&& said.contains("let the classes' weights be balanced"));
		assertTrue(nothing.during(history(10, 0)).isPresent());
		assertFalse(nothing.during(history(11, 0)).isPresent());
		assertFalse(nothing.after(history(120, 0.2)).isPresent());
		assertFalse("a trial", nothing.after(history(2, 0)).isPresent());
	}

	/** Two bright pixels of 4096 per image are as easy to see as to overlook. */
	@Test
	public void balancedWeightsFindRareObjects() {
		final List<LabeledImage> images = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			final byte[] mask = new byte[64 * 64];
			final float[] pixels = new float[mask.length];
			for (int p = 0; p < pixels.length; p++)
				pixels[p] = (31 * p + 17 * i) % 97;
			for (int p = 1300 + 500 * i; p < 1302 + 500 * i; p++) {
				mask[p] = 1;
				pixels[p] = 400;
			}
			images.add(new LabeledImage("image " + i, 1, pixels, Labels.ofMask(mask, 64, 64)));
		}
		final Dataset data = new Dataset(images, List.of("spots"));
		final TrainingSettings settings = TrainerTest.SETTINGS.epochs(12)
			.normalization(Normalization.maximum());
		final double equal = bestDice(settings, data),
			balanced = bestDice(settings.weights(TrainingSettings.Weights.BALANCED), data);
		assertTrue(equal + " " + balanced, balanced > 0.1 && balanced > 2 * equal);
	}

	private static double bestDice(final TrainingSettings settings, final Dataset data) {
		return new Trainer(settings, Parameters.initial(TrainerTest.SMALL, 1))
			.train(data, data, Progress.NONE).history().epochs().stream()
			.mapToDouble(e -> e.validation().dice()).max().getAsDouble();
	}

	@Test
	public void nothingIsSaidOfANetworkThatLearns() {
		assertEquals(List.of(), train(TrainerTest.SETTINGS, TrainerTest.discs(4, 32, 1)));
	}

	@Test
	public void masksWithoutObjects() {
		final LabeledImage first = tiny().get(0);
		final Dataset empty = new Dataset(List.of(
			new LabeledImage("empty", 1, first.pixels(), Labels.ofMask(new byte[32 * 32], 32, 32))),
			List.of("noise"));
		final List<History.Epoch> epochs = List.of(
			new History.Epoch(1, new Scores(1, 1, 0), new Scores(1, 1, 0), 1),
			new History.Epoch(2, new Scores(1, 1, 0), new Scores(2, 1, 0.5), 1),
			new History.Epoch(3, new Scores(1, 1, 0), new Scores(2, 1, 0.5), 1));
		final NothingLearned nothing = new NothingLearned(TrainingSettings.defaults(), empty);
		assertTrue(nothing.after(new History(epochs)).get().contains("have no object"));
		assertFalse(nothing.during(new History(epochs)).isPresent());
	}
}
