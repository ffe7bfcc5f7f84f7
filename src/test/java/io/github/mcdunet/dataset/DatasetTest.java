package io.github.mcdunet.dataset;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.Test;

public class DatasetTest {

	private static final Split SPLIT = new Split(Arrays.asList(0, 1), Arrays.asList(2),
		Collections.emptyList());

	private static LabeledImage sample(final String name, final int channels,
		final int foreground) {
		final byte[] mask = { (byte) foreground, 0 };
		return new LabeledImage(name, channels, new float[2 * channels], Labels.ofMask(mask, 2, 1));
	}

	private static Dataset withForeground(final int... foreground) {
		final List<LabeledImage> samples = new ArrayList<>();
		for (final int f : foreground)
			samples.add(sample("s" + samples.size(), 1, f));
		return new Dataset(samples, Collections.singletonList("c"));
	}

	private static String failure(final Dataset data) {
		return assertThrows(McdUnetException.class, () -> data.checkForeground(SPLIT)).getMessage();
	}

	@Test
	public void oneTrainingObjectIsEnough() {
		withForeground(0, 1, 0).checkForeground(SPLIT);
		withForeground(1, 1, 1).checkForeground(SPLIT);
	}

	@Test
	public void refusesMasksWithoutObjects() {
		assertTrue(failure(withForeground(0, 0, 0)).contains("None of the 3 masks"));
	}

	@Test
	public void refusesATrainingPartWithoutObjects() {
		assertTrue(
			failure(withForeground(0, 0, 1)).contains("None of the 2 images chosen to learn from"));
	}

	@Test
	public void refusesNothingAndMixedChannels() {
		assertThrows(McdUnetException.class,
			() -> new Dataset(Collections.emptyList(), Arrays.asList("a")));
		final String message = assertThrows(McdUnetException.class,
			() -> new Dataset(Arrays.asList(sample("good", 2, 0), sample("odd", 1, 0)),
				Arrays.asList("a", "b")))
			.getMessage();
		assertTrue(message, message.contains("'odd'"));
	}

	@Test
	public void aSubsetKeepsTheGivenOrder() {
		final Dataset data = withForeground(0, 1, 0);
		final Dataset subset = data.subset(Arrays.asList(2, 0));
		assertEquals(2, subset.size());
		assertSame(data.get(2), subset.get(0));
		assertSame(data.get(0), subset.get(1));
	}
}
