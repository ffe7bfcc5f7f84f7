package io.github.mcdunet.imagej.result;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class ResultOptionsTest {

	@Test
	public void changingOneKeepsTheOthers() {
		final ResultOptions plain = new ResultOptions();
		final ResultOptions all = plain.entropyParts(true).variance(true).mutualInformation(true)
			.minimumArea(7).threshold(0.25);
		assertEquals(0.25, all.threshold(), 0);
		assertEquals(7, all.minimumArea());
		assertTrue(all.mutualInformation() && all.variance() && all.entropyParts());
		assertEquals(0.5, plain.threshold(), 0);
		assertEquals(0, plain.minimumArea());
		assertFalse(plain.mutualInformation() || plain.variance() || plain.entropyParts());
	}

	@Test(expected = IllegalArgumentException.class)
	public void thresholdMustBeANumber() {
		new ResultOptions().threshold(Double.NaN);
	}

	@Test(expected = IllegalArgumentException.class)
	public void areaIsNotNegative() {
		new ResultOptions().minimumArea(-1);
	}
}
