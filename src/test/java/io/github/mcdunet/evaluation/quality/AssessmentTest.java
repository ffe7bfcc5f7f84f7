package io.github.mcdunet.evaluation.quality;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.objects.Quantity;

import java.util.List;
import java.util.Map;

import org.junit.Test;

public class AssessmentTest {

	private static Assessment read(final Map<String, String> text) {
		return AssessmentText.read(text, Normalization.maximum(), List.of("a"));
	}

	@Test
	public void readsWhatItWrote() {
		final Map<String, String> text = Map.of("calibration.temperature", "1.25",
			"interval.factor.AREA", "1.5", "familiar.the contrast of a", "0.1 0.2");
		final Assessment a = read(text);
		assertEquals(1.25, a.temperature().get().temperature(), 0);
		assertEquals(1.5, a.intervals().factor(Quantity.AREA), 0);
		final Assessment again = read(AssessmentText.of(a));
		assertEquals(AssessmentText.of(a), AssessmentText.of(again));
		assertEquals("1.25", AssessmentText.of(again).get("calibration.temperature"));
	}

	@Test
	public void anOlderModelKnowsNothingOfItself() {
		final Assessment a = read(Map.of("settings.epochs", "5"));
		assertFalse(a.temperature().isPresent());
		assertFalse(a.imageQuality().isFitted());
		assertEquals(1, a.intervals().factor(Quantity.AREA), 0);
	}

	@Test
	public void aDamagedTemperatureGetsASentence() {
		assertThrows(McdUnetException.class, () -> read(Map.of("calibration.temperature", "warm")));
		assertThrows(McdUnetException.class, () -> read(Map.of("calibration.temperature", "-1")));
	}

	@Test
	public void whatIsBeyondReasonGetsASentence() {
		for (final String wrong : new String[]{ "0.5", "NaN", "Infinity", "1e308", "much" })
			assertThrows(McdUnetException.class, () -> read(Map.of("interval.factor.AREA", wrong)));
		for (final String wrong : new String[]{ "x", "1", "2 1", "NaN 1", "0 Infinity" })
			assertThrows(McdUnetException.class,
				() -> read(Map.of("familiar.the contrast of a", wrong)));
		assertThrows(McdUnetException.class,
			() -> read(Map.of("calibration.temperature", "Infinity")));
		for (final String wrong : new String[]{ "-1", "1e300", "NaN" })
			assertThrows(McdUnetException.class,
				() -> read(Map.of("quality." + Quality.IMAGE_DICE.name() + ".cases", wrong,
					"quality." + Quality.IMAGE_DICE.name() + ".images", "1")));
	}
}
