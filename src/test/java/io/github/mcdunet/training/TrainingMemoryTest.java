package io.github.mcdunet.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.Architecture;

import org.junit.Test;

public class TrainingMemoryTest {

	private static final TrainingMemory MEMORY = memory(4);

	private static TrainingMemory memory(final int batchSize) {
		return TrainingMemory.of(TrainingSettings.defaults().batchSize(batchSize),
			Architecture.reference(2), 400, 400);
	}

	/**
	 * Peaks of the process that the benchmark measured: 453 MB more for a batch of 8 than for one
	 * of 4.
	 */
	@Test
	public void agreesWithWhatWasMeasured() {
		final double more = memory(8).bytes() - MEMORY.bytes();
		assertEquals(453e6, more, 0.25 * 453e6);
	}

	@Test
	public void saysHowMuchOrRefusesWithTheFigures() {
		assertTrue(MEMORY.check(8_000_000_000L),
			MEMORY.check(8_000_000_000L).contains("8.0 GB are free"));
		final String reason = assertThrows(McdUnetException.class, () -> MEMORY.check(200_000_000))
			.getMessage();
		assertTrue(reason, reason.contains("4 images of 400 x 400 pixels")
			&& reason.contains("only 200 MB are free") && reason.contains("fewer images per step"));
	}
}
