package io.github.mcdunet.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.training.TrainingMemory;
import io.github.mcdunet.training.TrainingSettings;

import org.junit.Test;

public class TrainingForecastTest {

	private static final TrainingSettings SETTINGS = TrainingSettings.defaults().epochs(1_000_000);

	private static double seconds(final TrainingSettings settings, final int images, final int side) {
		return new TrainingForecast(settings, images, 2, side, side).time().getSeconds();
	}

	@Test
	public void timeGrowsWithEpochsImagesAndPixels() {
		final double one = seconds(SETTINGS, 10, 64);
		assertEquals(2, seconds(SETTINGS.epochs(2_000_000), 10, 64) / one, 1e-3);
		assertEquals(3, seconds(SETTINGS, 30, 64) / one, 1e-3);
		assertEquals(4, seconds(SETTINGS, 10, 128) / one, 1e-3);
		assertEquals("twice the filters, four times the multiplications", 4,
			seconds(SETTINGS.baseFilters(16), 10, 64) / one,
			1e-3);
		assertEquals("padded to a multiple of 16", one, seconds(SETTINGS, 10, 50), 0);
		// 8 to learn from and 2 to validate: with dropout 8 + 2 * 0.9, without 8 + 2 * 0.3
		assertEquals(9.8 / 8.6, one / seconds(SETTINGS.dropoutRate(0), 10, 64), 1e-3);
	}

	@Test
	public void theSentenceNamesWhatToExpect() {
		final TrainingForecast forecast = new TrainingForecast(TrainingSettings.defaults(), 40, 2, 128, 100);
		assertEquals(new TrainingMemory(Architecture.reference(2), 128, 112, 2).bytes(), forecast.memory(),
			0);
		final String sentence = forecast.sentence();
		assertTrue(sentence, sentence.matches("32 images of 128 x 112 pixels to learn from, 8 to validate\\. "
			+ "About \\d+ (seconds|minutes) at most, \\d+ MB of memory \\([\\d.]+ [MG]B free\\)\\."));
		final String huge = new TrainingForecast(TrainingSettings.defaults(), 40, 2, 200_000, 200_000)
			.sentence();
		assertTrue(huge, huge.contains("are free: choose a smaller training size or fewer images per step."));
	}

	@Test
	public void oneImageIsTooFew() {
		assertThrows(McdUnetException.class, () -> new TrainingForecast(SETTINGS, 1, 2, 64, 64));
	}
}
