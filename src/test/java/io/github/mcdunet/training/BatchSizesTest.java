package io.github.mcdunet.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class BatchSizesTest {

	@Test
	public void saysFromWhichEpochOn() {
		final BatchSizes four = BatchSizes.NONE.from(1, 4);
		assertEquals("4", four.toString());
		assertEquals("4", four.from(3, 4).toString());
		assertEquals("4; 2 from epoch 3", four.from(3, 2).toString());
		assertEquals("4; 1 from epoch 3", four.from(3, 2).from(3, 1).toString());
		assertEquals("failed in the first epoch", "2", four.from(1, 2).toString());
		assertEquals("4", four.from(3, 2).from(3, 4).toString());
	}

	@Test
	public void comesBackFromItsText() {
		for (final String text : new String[]{ "4", "4; 2 from epoch 31",
			"8; 4 from epoch 2; 1 from epoch 9" })
			assertEquals(text, BatchSizes.parse(text).toString());
		for (final String odd : new String[]{ "", "0", "-1", "4;2", "4; two from epoch 3",
			"99999999999" })
			assertThrows(odd, IllegalArgumentException.class, () -> BatchSizes.parse(odd));
	}
}
