package io.github.mcdunet.imagej.result;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.review.ReviewEntry;
import io.github.mcdunet.review.ReviewPlaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.Test;

public class PredictedImagesTest {

	private static List<ImagePlus> open(final String... titles) {
		final List<ImagePlus> images = new ArrayList<>();
		for (final String title : titles)
			images.add(IJ.createImage(title, 4, 4, 1, 8));
		return images;
	}

	@Test
	public void resultsAreKnownByTheirTitles() {
		final List<ImagePlus> open = open("Worms mask", "other.tif", "Worms.tif", "Worms truth",
			"Worms uncertainty", "Worms probability");
		final PredictedImages images = new PredictedImages(open);
		assertSame(open.get(2), images.input().get());
		assertSame(open.get(0), images.needed(open.get(2), "mask"));
		assertSame(open.get(5), images.needed(open.get(2), "probability"));
		assertSame(open.get(4), images.needed(open.get(2), "uncertainty"));
	}

	@Test
	public void theActivePredictionComesFirst() {
		final List<ImagePlus> open = open("b probability", "a", "a mask", "a uncertainty",
			"a probability", "b", "b mask", "b uncertainty");
		assertEquals("b", new PredictedImages(open).input().get().getTitle());
	}

	@Test
	public void whatIsMissingIsNamed() {
		final List<ImagePlus> open = open("Worms", "Worms mask", "Worms probability");
		final PredictedImages images = new PredictedImages(open);
		assertFalse(images.input().isPresent());
		final String message = assertThrows(McdUnetException.class,
			() -> images.needed(open.get(0), "uncertainty")).getMessage();
		assertTrue(message, message.contains("'Worms uncertainty'"));
	}

	/** Names are "confidence image-object"; images count from 1 there. */
	@Test
	public void confidenceComesFromTheOverlay() {
		final ImagePlus mask = open("m").get(0);
		final Overlay overlay = new Overlay();
		for (final String name : new String[]{ "0.87 0002-0001", "0003-0001", "legend" }) {
			final Roi roi = new Roi(0, 0, 1, 1);
			roi.setName(name);
			overlay.add(roi);
		}
		mask.setOverlay(overlay);
		final OverlayConfidence confidence = new OverlayConfidence(mask);
		final float[] p = new float[40];
		p[0] = 1;
		final UncertaintyMaps maps = new UncertaintyMaps(40, 1, 1,
			Map.of(MapKind.PROBABILITY, p, MapKind.ENTROPY, new float[40]));
		final List<ReviewEntry> second = ReviewPlaces.of(1, maps.mask(0.5), maps, 1),
			third = ReviewPlaces.of(2, maps.mask(0.5), maps, 1);
		assertEquals(0.87, confidence.on(second.get(0)).confidence(), 0);
		assertTrue("the rest", Double.isNaN(confidence.on(second.get(1)).confidence()));
		assertTrue("a plain U-Net", Double.isNaN(confidence.on(third.get(0)).confidence()));
		assertTrue("no overlay",
			Double.isNaN(new OverlayConfidence(open("n").get(0)).on(second.get(0)).confidence()));
	}
}
