package io.github.mcdunet.forecast;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import org.junit.Test;

public class TimeLeftTest {

	@Test
	public void timeLeftIsThatOfTheLastFiveEpochs() {
		// 100 + 2 * 60 + ... : only the last five count, 2 s each; of 20 epochs 6 are done and half of the seventh
		final double[] seconds = { 100, 2, 2, 2, 2, 2 };
		assertEquals(13.5 * 2, TimeLeft.ofEpochs(20, seconds, 0.5, 99).getAsDouble(), 1e-9);
		assertEquals(0, TimeLeft.ofEpochs(6, seconds, 0, 0).getAsDouble(), 0);
	}

	@Test
	public void firstEpochIsJudgedByItsBatches() {
		assertEquals(9.75 * 8, TimeLeft.ofEpochs(10, new double[0], 0.25, 2).getAsDouble(), 1e-9);
		assertFalse(TimeLeft.ofEpochs(10, new double[0], 0.25, 1.9).isPresent());
		assertFalse(TimeLeft.ofEpochs(10, new double[0], 0, 60).isPresent());
	}

	@Test
	public void workIsJudgedByWhatIsDone() {
		assertEquals("", TimeLeft.of(1.9, 0.5));
		assertEquals("", TimeLeft.of(100, 0));
		assertEquals("less than a minute left", TimeLeft.of(100, 0.9));
		assertEquals("about 2 min left", TimeLeft.of(60, 1 / 3.0));
		assertEquals("about 2 h 30 min left", TimeLeft.of(1000, 0.1));
		assertEquals("less than a minute left", TimeLeft.of(100, 1));
	}

	@Test
	public void aSentenceBeginsWithACapital() {
		assertEquals("About 1 min", TimeLeft.sentence(60));
	}
}
