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
import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.review.ReviewEntry;
import io.github.mcdunet.review.ReviewPlaces;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PredictedImagesTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

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

	/** The results of one more prediction. */
	private static List<ImagePlus> predict(final ImagePlus input) {
		final String title = new ImageGrid(input).title();
		final List<ImagePlus> results = open(title + " uncertainty", title + " probability",
			title + " mask");
		PredictionMark.put(input, results);
		return results;
	}

	@Test
	public void equalAndChangedTitlesDoNotMixPredictionsUp() {
		final List<ImagePlus> inputs = open("mouse", "mouse", "mouse.day2");
		final List<ImagePlus> all = new ArrayList<>();
		final List<List<ImagePlus>> results = new ArrayList<>();
		for (final ImagePlus input : inputs) {
			results.add(predict(input));
			all.add(input);
			all.addAll(results.get(results.size() - 1));
		}
		inputs.get(1).setTitle("renamed");
		results.get(1).get(2).setTitle("its mask");
		final PredictedImages images = new PredictedImages(all);
		final String[] kinds = { "uncertainty", "probability", "mask" };
		for (int i = 0; i < 3; i++)
			for (int k = 0; k < 3; k++)
				assertSame(i + " " + kinds[k], results.get(i).get(k),
					images.needed(inputs.get(i), kinds[k]));
		Collections.swap(all, 0, all.indexOf(results.get(1).get(0)));
		assertSame("the active image's", inputs.get(1), new PredictedImages(all).input().get());
	}

	@Test
	public void ofTwoPredictionsTheOneInQuestionOrTheLastIsTaken() {
		final ImagePlus input = open("w.tif").get(0);
		final List<ImagePlus> first = predict(input), second = predict(input);
		final List<ImagePlus> all = new ArrayList<>(List.of(input));
		all.addAll(first);
		all.addAll(second);
		assertSame(second.get(2), new PredictedImages(all).needed(input, "mask"));
		assertSame(first.get(1),
			new PredictedImages(all).needed(input, "probability", null, first.get(2)));
		Collections.swap(all, 0, 2);
		assertSame("its probability is active", first.get(2),
			new PredictedImages(all).needed(input, "mask"));
		all.remove(first.get(0));
		final String message = assertThrows(McdUnetException.class,
			() -> new PredictedImages(all).needed(input, "uncertainty", first.get(2))).getMessage();
		assertTrue("never another prediction's: " + message, message.contains("'w uncertainty'"));
	}

	@Test
	public void resultsOfTwoPredictionsAreNotTakenTogether() {
		final ImagePlus input = open("w").get(0);
		final List<ImagePlus> first = predict(input), second = predict(input);
		final List<String> kinds = List.of("uncertainty", "probability", "mask");
		PredictionMark.checkTogether(first, kinds);
		PredictionMark.checkTogether(open("a", "b", "c"), kinds);
		final List<ImagePlus> mixed = List.of(first.get(0), second.get(1), first.get(2));
		assertTrue(
			assertThrows(McdUnetException.class, () -> PredictionMark.checkTogether(mixed, kinds))
				.getMessage().contains("two predictions"));
		final List<ImagePlus> swapped = List.of(first.get(1), first.get(0), first.get(2));
		assertTrue(
			assertThrows(McdUnetException.class, () -> PredictionMark.checkTogether(swapped, kinds))
				.getMessage().contains("is the probability of a prediction, not the uncertainty"));
		assertFalse(PredictionMark.doubt(input, first.get(2)).isPresent());
		assertFalse(PredictionMark.doubt(input, open("other").get(0)).isPresent());
		assertTrue(PredictionMark.doubt(open("w").get(0), first.get(2)).get()
			.contains("another image of the title 'w'"));
	}

	@Test
	public void marksOutliveAFile() throws Exception {
		final ImagePlus input = open("w.tif").get(0);
		final ImagePlus mask = predict(input).get(2);
		final Path file = folder.getRoot().toPath().resolve("w mask.tif");
		IJ.saveAsTiff(mask, file.toString());
		final ImagePlus again = IJ.openImage(file.toString());
		assertEquals(PredictionMark.of(mask), PredictionMark.of(again));
		assertSame(again, new PredictedImages(List.of(input, again)).needed(input, "mask"));
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
