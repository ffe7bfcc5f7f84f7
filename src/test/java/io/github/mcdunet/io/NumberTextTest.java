package io.github.mcdunet.io;

import static org.junit.Assert.assertEquals;

import java.util.Locale;

import org.junit.Test;

public class NumberTextTest {

	@Test
	public void numbersReadTheSameInEveryCountry() {
		final Locale before = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			assertEquals("-3", NumberText.exact(-3));
			assertEquals("0.30000000000000004", NumberText.exact(0.1 + 0.2));
			assertEquals("NaN", NumberText.exact(Double.NaN));
			assertEquals("1.0E16", NumberText.exact(1e16));
			assertEquals("0.333333", NumberText.significant(1 / 3.0));
			assertEquals("12", NumberText.significant(12));
			assertEquals("0.67", NumberText.decimals(2 / 3.0, 2));
			assertEquals("1.2 GB", NumberText.bytes(1.24e9));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	public void sizesHaveTwoDigitsOrMore() {
		assertEquals("0 KB", NumberText.bytes(0));
		assertEquals("1 KB", NumberText.bytes(3));
		assertEquals("48 KB", NumberText.bytes(48_123));
		assertEquals("3.2 MB", NumberText.bytes(3_240_000));
		assertEquals("830 MB", NumberText.bytes(829_700_000));
		assertEquals("12.0 GB", NumberText.bytes(12e9));
	}

	@Test
	public void lengthsOfTimeAreSaidAsPersonsSayThem() {
		assertEquals("less than a minute", NumberText.duration(29));
		assertEquals("about 1 min", NumberText.duration(31));
		assertEquals("about 4 min", NumberText.duration(250));
		assertEquals("about 89 min", NumberText.duration(89 * 60));
		assertEquals("about 1 h 30 min", NumberText.duration(90 * 60));
		assertEquals("about 2 h 0 min", NumberText.duration(119 * 60));
		assertEquals("about 12 h", NumberText.duration(12.3 * 3600));
		assertEquals("about 10 days", NumberText.duration(240 * 3600));
	}
}
