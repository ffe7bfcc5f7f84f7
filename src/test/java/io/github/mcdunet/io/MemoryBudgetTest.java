package io.github.mcdunet.io;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class MemoryBudgetTest {

	@Test
	public void whatHelpsIsOneSentence() {
		assertEquals(
			"Close other images and programs or raise the limit in Edit > Options > Memory & Threads.",
			MemoryBudget.remedy());
		assertEquals(
			"There is too little memory for it. Close other images and programs, raise the limit in "
				+ "Edit > Options > Memory & Threads, choose fewer, or cut it into parts.",
			MemoryBudget.tooLittle("for it", "choose fewer", "cut it into parts"));
	}

	@Test
	public void whatIsFreeIsWithinTheLimit() {
		assertTrue(MemoryBudget.free() > 0 && MemoryBudget.free() <= MemoryBudget.limit());
	}
}
