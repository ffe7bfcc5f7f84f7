package io.github.mcdunet.objects;

import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.Labels;

import org.junit.Test;

/** A row of pixels; digits are objects, in the final mask and in the samples. */
public class SamplePartsTest {

	private static Labels row(final String objects, final String classes) {
		final int[] numbers = new int[objects.length()];
		final byte[] own = new byte[numbers.length];
		int count = 0;
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = objects.charAt(i) - '0';
			own[i] = (byte) (classes.charAt(i) - '0');
			count = Math.max(count, numbers[i]);
		}
		return Labels.of(own, numbers, numbers.length, 1, count);
	}

	private static Labels row(final String objects) {
		return row(objects, objects.replaceAll("[1-9]", "1"));
	}

	@Test
	public void countsSplitsAndJoins() {
		final SampleParts parts = new SampleParts(row("0111111111102222"), 2);
		parts.add(row("0111111111102222")); // as they are
		parts.add(row("0111110222203333")); // the first is two
		parts.add(row("0111111111111111")); // both are one
		parts.add(row("0111111111000000")); // the second is not there
		assertEquals(0.25, parts.split(1), 0);
		assertEquals(0, parts.split(2), 0);
		assertEquals(0.25, parts.joined(1), 0);
		assertEquals(0.25, parts.joined(2), 0);
		assertEquals(2, parts.joinedWith(1));
		assertEquals(1, parts.joinedWith(2));
		assertEquals(1, parts.isOfClass(1, 1), 0);
		assertEquals("of three samples", 1, parts.isOfClass(2, 1), 0);
	}

	/** The second is one with the third in two samples, with the first in one. */
	@Test
	public void theMostFrequentPartnerIsNamed() {
		final SampleParts parts = new SampleParts(row("0111122223333"), 2);
		parts.add(row("0111111112222"));
		parts.add(row("0111122222222"));
		parts.add(row("0111122222222"));
		parts.add(row("0111122223333"));
		assertEquals(2, parts.joinedWith(1));
		assertEquals(3, parts.joinedWith(2));
		assertEquals(2, parts.joinedWith(3));
		assertEquals(0.75, parts.joined(2), 0);
	}

	/** A part of less than a tenth, and one that lies mostly elsewhere, are no parts. */
	@Test
	public void cornersAreNoParts() {
		final SampleParts parts = new SampleParts(row("011111111111111111111000000"), 2);
		parts.add(row("010222222222222222222000000"));
		parts.add(row("011111111111111110222222222"));
		assertEquals(0, parts.split(1), 0);
	}

	@Test
	public void classesAreVotedFor() {
		final SampleParts parts = new SampleParts(row("01111", "02222"), 3);
		parts.add(row("01111", "02222"));
		parts.add(row("01112", "01112"));
		parts.add(row("01122", "01122")); // a tie goes to the lower class
		parts.add(row("00000", "00000")); // nothing: does not count
		assertEquals(1 / 3.0, parts.isOfClass(1, 2), 1e-12);
		assertEquals(2 / 3.0, parts.isOfClass(1, 1), 1e-12);
	}
}
