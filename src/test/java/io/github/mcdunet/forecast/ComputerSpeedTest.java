package io.github.mcdunet.forecast;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.Test;

public class ComputerSpeedTest {

	@Test
	public void nobodyWaitsForTheMeasurementButWhoNeedsIt() throws InterruptedException {
		final long start = System.nanoTime();
		final CountDownLatch known = new CountDownLatch(1);
		ComputerSpeed.isKnown();
		ComputerSpeed.whenKnown(known::countDown);
		assertTrue((System.nanoTime() - start) / 1e9 < 0.3); // the measurement alone takes longer
		final double seconds = ComputerSpeed.secondsPerPixel().getAsDouble();
		assertTrue(String.valueOf(seconds), seconds > 1e-9 && seconds < 1e-3);
		assertTrue(known.await(1, TimeUnit.MINUTES));
		assertTrue(ComputerSpeed.isKnown());
		assertEquals(seconds, ComputerSpeed.secondsPerPixel().getAsDouble(), 0); // once
	}
}
