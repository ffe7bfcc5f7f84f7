package io.github.mcdunet.imagej.result;

import static org.junit.Assert.assertEquals;

import io.github.mcdunet.evaluation.trust.TemperatureScaling;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.network.Outputs;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

public class ResultOptionsTest {

	@Test
	public void changingOneKeepsTheOthers() {
		final ResultOptions plain = new ResultOptions();
		final Optional<TemperatureScaling> warm = Optional.of(new TemperatureScaling(2));
		final ResultOptions all = plain.with(true, MapKind.FOREGROUND_ENTROPY).calibrated(warm)
			.with(true, MapKind.VARIANCE).with(false, MapKind.MUTUAL_INFORMATION);
		assertEquals(List.of(MapKind.PROBABILITY, MapKind.ENTROPY, MapKind.VARIANCE,
			MapKind.FOREGROUND_ENTROPY), List.copyOf(all.maps()));
		assertEquals(warm, all.calibration());
		assertEquals(List.of(MapKind.PROBABILITY, MapKind.ENTROPY), List.copyOf(plain.maps()));
		assertEquals(Optional.empty(), plain.calibration());
	}

	/** A float for each map and a byte for the mask. */
	@Test
	public void countsItsBytes() {
		assertEquals(9, new ResultOptions().bytesPerPixel());
		assertEquals("two stacks of shorts and six of floats more", 37,
			new ResultOptions().with(true, ObjectImage.CLASS_PROBABILITIES)
				.completed(new Outputs(5, true)).bytesPerPixel());
		assertEquals("no classes, no separation", Set.of(ObjectImage.LABELS), new ResultOptions()
			.with(true, ObjectImage.values()).completed(Outputs.BINARY).objectImages());
		assertEquals(Set.of(), new ResultOptions().completed(Outputs.BINARY).objectImages());
		assertEquals(25, new ResultOptions().with(true, MapKind.values()).bytesPerPixel());
	}
}
