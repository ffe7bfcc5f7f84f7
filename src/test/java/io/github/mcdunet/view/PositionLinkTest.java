package io.github.mcdunet.view;

import static org.junit.Assert.assertEquals;

import ij.IJ;
import ij.ImagePlus;

import java.util.List;

import org.junit.Test;

public class PositionLinkTest {

	private final ImagePlus input = IJ.createHyperStack("input", 4, 4, 2, 3, 5, 8);
	private final ImagePlus mask = IJ.createHyperStack("mask", 4, 4, 1, 3, 5, 8);
	private final ImagePlus other = IJ.createHyperStack("other", 4, 4, 1, 3, 5, 8);
	private final PositionLink link = new PositionLink(List.of(input, mask));

	@Test
	public void theOthersFollowAndKeepTheirChannel() {
		input.setPosition(2, 1, 1);
		mask.setPosition(1, 2, 4);
		link.imageUpdated(mask);
		assertEquals(List.of(2, 2, 4), List.of(input.getC(), input.getZ(), input.getT()));
		assertEquals("not of the group", 1, other.getT());
		link.imageUpdated(other);
		assertEquals(4, mask.getT());
	}

	/**
	 * Changes are reported late: the follower's report must not pull back an image that a user has
	 * moved on meanwhile.
	 */
	@Test
	public void aLateReportDoesNotPullBack() {
		input.setPosition(1, 1, 3);
		link.imageUpdated(input);
		input.setPosition(1, 1, 4);
		link.imageUpdated(mask);
		assertEquals(4, input.getT());
		link.imageUpdated(input);
		assertEquals(4, mask.getT());
	}
}
