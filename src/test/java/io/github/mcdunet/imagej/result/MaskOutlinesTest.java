package io.github.mcdunet.imagej.result;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.gui.Overlay;
import ij.gui.Roi;

import java.util.Random;

import org.junit.Test;

public class MaskOutlinesTest {

	private static final int MOST = (int) MaskOutlines.MOST_CORNERS;

	private static MaskOutlines outlines(final int... corners) {
		final MaskOutlines outlines = new MaskOutlines();
		for (int i = 0; i < corners.length; i++) {
			final Roi roi = new Roi(0, 0, 1, 1);
			roi.setName("" + i);
			outlines.add(roi, corners[i]);
		}
		return outlines;
	}

	private static String names(final MaskOutlines outlines) {
		final StringBuilder names = new StringBuilder();
		final Overlay overlay = outlines.overlay();
		for (final Roi roi : overlay)
			names.append(roi.getName());
		return names.toString();
	}

	@Test
	public void theMostIntricateAreLeftOut() {
		assertEquals("012", names(outlines(4, MOST - 8, 4)));
		assertFalse(outlines(4, MOST - 8, 4).warning().isPresent());
		assertEquals("02", names(outlines(4, MOST, 4)));
		assertEquals("nor half of equal ones", "3", names(outlines(MOST, MOST, MOST, 4)));
		assertEquals("", names(outlines(MOST + 1)));
		final String warning = outlines(4, MOST, 4).warning().get();
		assertTrue(warning, warning.startsWith("1 of 3 outlines are not laid over the mask"));
		assertTrue(warning, warning.contains((MOST + 8) + " corners"));
	}

	/** A box has 4; a box with a hole 8, and a start each. */
	@Test
	public void cornersOfTracedOutlines() {
		assertEquals(4, ObjectRois.corners(ObjectRois.outline(new int[]{ 0, 1, 10, 11 }, 10)));
		final int[] ring = { 0, 1, 2, 10, 12, 20, 21, 22 };
		assertEquals(10, ObjectRois.corners(ObjectRois.outline(ring, 10)), 2);
	}

	@Test
	public void noiseHasTooManyForAScreen() {
		final Random random = new Random(1);
		final int[] noise = random.ints(0, 1000 * 1000).limit(700_000).distinct().sorted()
			.toArray();
		final Roi outline = ObjectRois.outline(noise, 1000);
		final MaskOutlines outlines = new MaskOutlines();
		outlines.add(outline, ObjectRois.corners(outline));
		assertTrue("corners " + ObjectRois.corners(outline),
			ObjectRois.corners(outline) > 1000 * 1000 / 4);
		assertEquals(0, outlines.overlay().size());
	}
}
