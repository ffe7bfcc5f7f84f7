package io.github.mcdunet.forecast;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.Progress;
import io.github.mcdunet.network.engine.Engines;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.Test;

public class InstallationCheckTest {

	private static final long GB = 1L << 30;

	private static Map<String, InstallationCheck.Item> run() {
		return InstallationCheck.run(Progress.NONE).stream()
			.collect(Collectors.toMap(InstallationCheck.Item::item, Function.identity()));
	}

	@Test
	public void whatIsFoundIsTrue() {
		final Map<String, InstallationCheck.Item> found = run();
		assertEquals(Engines.chosen().name(), found.get("Engine").value());
		assertEquals(String.valueOf(Runtime.getRuntime().availableProcessors()),
			found.get("Processors").value());
		assertEquals(String.format("%.1f GB", Runtime.getRuntime().maxMemory() / 1073741824.0),
			found.get("Memory limit of Java").value());
		assertTrue(found.get("Java").value().startsWith(System.getProperty("java.version")));
		final Matcher speed = Pattern.compile("(\\d+) steps per second, about (\\d+) expected")
			.matcher(found.get("Training speed").value());
		assertTrue(found.get("Training speed").value(), speed.matches());
	}

	@Test
	public void anEngineThatCannotBeIsTold() {
		final String before = System.getProperty("mcdunet.engine");
		System.setProperty("mcdunet.engine", "gpu");
		try {
			final InstallationCheck.Item engine = run().get("Engine");
			assertTrue(engine.toString(), engine.value().startsWith("none"));
			assertTrue(engine.toString(), engine.advice().contains("mcdunet.engine is 'gpu'"));
		}
		finally {
			if (before == null) System.clearProperty("mcdunet.engine");
			else
				System.setProperty("mcdunet.engine", before);
		}
	}

	@Test
	public void itCanBeCanceled() {
		assertThrows(CancellationException.class, () -> InstallationCheck.run(new Progress() {

			@Override
			public void report(final String stage, final long done, final long total) {
				// only the cancel matters
			}

			@Override
			public boolean isCanceled() {
				return true;
			}
		}));
	}

	@Test
	public void adviceIsGivenWhereSomethingIsOff() {
		assertEquals("", InstallationAdvice.engine(false, ""));
		assertEquals("Missing.", InstallationAdvice.engine(true, "Missing."));
		assertTrue(InstallationAdvice.engine(true, "").contains("mcdunet.engine"));
		assertEquals("", InstallationAdvice.processors(2));
		assertTrue(InstallationAdvice.processors(1).contains("one processor"));
		assertEquals("", InstallationAdvice.threads(2, 8));
		assertEquals("", InstallationAdvice.threads(1, 1));
		assertTrue(InstallationAdvice.threads(1, 8).contains("one of 8 processors"));
		assertEquals("", InstallationAdvice.heap(2 * GB));
		assertTrue(InstallationAdvice.heap(2 * GB - 1).contains("Memory & Threads"));
		assertEquals("", InstallationAdvice.memory(4 * GB));
		assertTrue(InstallationAdvice.memory(4 * GB - 1).contains("Less than 4.0 GB"));
		assertEquals("", InstallationAdvice.speed(0.34));
		assertTrue(InstallationAdvice.speed(0.25).contains("at 25 % of"));
	}

	@Test
	public void bothSpeedsAreMeasured() {
		final TrainingSpeed speed = new TrainingSpeed(1e9);
		speed.measure(1, Progress.NONE);
		assertTrue(speed.perSecond() > 0);
		assertEquals(speed.multiplications() / 1e9, speed.expected(), 1e-9 * speed.expected());
		// even an interpreter makes a million, and no processor a hundred million million
		assertTrue(speed.multiplications() > 1e6 && speed.multiplications() < 1e14);
	}
}
