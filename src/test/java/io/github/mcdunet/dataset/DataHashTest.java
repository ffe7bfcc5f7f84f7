package io.github.mcdunet.dataset;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.Test;

public class DataHashTest {

	private static String hash(final List<String> channels, final String name, final int width,
		final float[] pixels, final byte... mask) {
		final LabeledImage sample = new LabeledImage(name, channels.size(), pixels,
			Labels.ofMask(mask, width, mask.length / width));
		return DataHash.of(new Dataset(Collections.singletonList(sample), channels)).named();
	}

	private static float[] pixels(final float... values) {
		return values;
	}

	private static final List<String> CHANNELS = Arrays.asList("GFP", "\u00b5m");
	private static final String EXPECTED = "2bf4c0a66058a3530bf17ab5c6ea6fdd504ccab4f4e8571a4f1cbb7ff77489df";

	/** The digest is that of Python's hashlib over struct.pack of the same fields. */
	@Test
	public void isTheSha256OfTheDocumentedBytes() {
		assertEquals(EXPECTED,
			hash(CHANNELS, "a", 2, pixels(1, -2.5f, 0, 4095), (byte) 0, (byte) 1));
	}

	@Test
	public void everythingCounts() {
		final float[] p = pixels(1, -2.5f, 0, 4095);
		final byte zero = 0, one = 1;
		assertNotEquals("mask", EXPECTED, hash(CHANNELS, "a", 2, p, one, one));
		assertNotEquals("name", EXPECTED, hash(CHANNELS, "b", 2, p, zero, one));
		assertNotEquals("shape", EXPECTED, hash(CHANNELS, "a", 1, p, zero, one));
		assertNotEquals("pixels", EXPECTED,
			hash(CHANNELS, "a", 2, pixels(1, -2.5f, 0, 4094), zero, one));
		assertNotEquals("channels", EXPECTED,
			hash(Arrays.asList("GFP", "x"), "a", 2, p, zero, one));
	}

	@Test
	public void theOrderOfTheSamplesCounts() {
		final LabeledImage a = new LabeledImage("a", 1, pixels(1),
			Labels.ofMask(new byte[1], 1, 1));
		final LabeledImage b = new LabeledImage("b", 1, pixels(2),
			Labels.ofMask(new byte[1], 1, 1));
		final List<String> channel = Collections.singletonList("c");
		assertNotEquals(DataHash.of(new Dataset(Arrays.asList(a, b), channel)).named(),
			DataHash.of(new Dataset(Arrays.asList(b, a), channel)).named());
	}

	/** It is the named one of images whose names are empty. */
	@Test
	public void theNamelessOneDiffersByTheImagesNamesOnly() {
		final float[] p = pixels(1, -2.5f, 0, 4095);
		final LabeledImage a = new LabeledImage("a", 2, p, Labels.ofMask(new byte[]{ 0, 1 }, 2, 1));
		final LabeledImage empty = new LabeledImage("", 2, p,
			Labels.ofMask(new byte[]{ 0, 1 }, 2, 1));
		final String nameless = DataHash.of(new Dataset(List.of(a, a), CHANNELS)).nameless();
		assertEquals(DataHash.of(new Dataset(List.of(empty, empty), CHANNELS)).named(), nameless);
		assertNotEquals(DataHash.of(new Dataset(List.of(a, a), CHANNELS)).named(), nameless);
	}
}
