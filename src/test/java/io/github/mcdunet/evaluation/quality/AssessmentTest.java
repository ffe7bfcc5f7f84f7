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
		return Assessment.read(text, Normalization.maximum(), List.of("a"));
	}

	@Test
	public void readsWhatItWrote() {
		final Map<String, String> text = Map.of("calibration.temperature", "1.25",
			"interval.factor.AREA", "1.5", "familiar.the contrast of a", "0.1 0.2");
		final Assessment a = read(text);
		assertEquals(1.25, a.temperature().get().temperature(), 0);
		assertEquals(1.5, a.intervals().factor(Quantity.AREA), 0);
		final Assessment again = read(a.asText());
		assertEquals(a.asText(), again.asText());
		assertEquals("1.25", again.asText().get("calibration.temperature"));
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
}
