package io.github.mcdunet.forecast;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.workflow.Training;

import org.junit.Test;

public class TrainingForecastTest {

	private static final TrainingSettings SETTINGS = TrainingSettings.defaults().epochs(10)
		.batchSize(0);

	/** 8 images learn, 2 validate with 3 samples in each of 10 epochs and with 20 at the end. */
	@Test
	public void workIsThatOfAllEpochsAndTheEnd() {
		final Split split = Split.random(10, 0.2, 0, 1);
		final double image = 64 * 32, expected = image * (10 * (8 + 2 * 3 * 0.22) + 2 * 20 * 0.22);
		assertEquals(expected,
			TrainingCost.pixels(SETTINGS, Architecture.reference(2), 64, 32, split), 1e-6);
		assertEquals(image * (10 * (8 + 2 * 0.22) + 2 * 0.22),
			TrainingCost.pixels(SETTINGS, Architecture.reference(2).dropoutRate(0), 64, 32, split),
			image * 10);
	}

	@Test
	public void workOfCropsIsThatOfTheirWindows() {
		final Split split = Split.random(10, 0.2, 0, 1);
		final TrainingSettings crops = SETTINGS.trainingSize(16)
			.sizing(TrainingSettings.Sizing.CROP);
		final double window = 16 * 16, image = 64 * 32;
		assertEquals(10 * (8 * window + 2 * image * 3 * 0.22) + 2 * 20 * 0.22 * image,
			TrainingCost.pixels(crops, Architecture.reference(2), 64, 32, split), 1e-6);
	}

	/** Measured on one processor, interleaved with the standard network. */
	@Test
	public void widerNetworksTakeAboutAsMuchLongerAsWasMeasured() {
		assertEquals(1, TrainingCost.relative(Architecture.reference(2)), 1e-12);
		assertEquals(3.1, TrainingCost.relative(Architecture.reference(2).baseFilters(16)), 0.5);
		assertEquals(11, TrainingCost.relative(Architecture.reference(2).baseFilters(32)), 2);
		assertEquals(0.75, TrainingCost.relative(Architecture.reference(2).depth(3)), 0.15);
		assertEquals(1.3, TrainingCost.relative(Architecture.reference(2).depth(5)), 0.2);
	}

	@Test
	public void saysTimeAndMemoryInWords() {
		final TrainingForecast forecast = new Training(SETTINGS).forecast(2, 64, 32, 10);
		assertTrue(forecast.seconds().getAsDouble() > 0);
		assertTrue(forecast.toString(), forecast.toString().matches(
			"(Less than a minute|About \\d+ min) at most, \\d\\.\\d MB of memory \\([\\d.]+ [MG]B free\\)\\."));
	}

	@Test
	public void refusesWhatTheTrainingWouldRefuse() {
		assertThrows(McdUnetException.class, () -> new Training(SETTINGS).forecast(2, 64, 32, 1));
		final String reason = assertThrows(McdUnetException.class,
			() -> new Training(SETTINGS.batchSize(1000).trainingSize(8192)).forecast(2, 64, 32,
				2000))
			.getMessage();
		assertTrue(reason, reason.contains("of memory, but only"));
	}
}
