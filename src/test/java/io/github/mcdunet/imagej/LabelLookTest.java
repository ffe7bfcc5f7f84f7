package io.github.mcdunet.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import io.github.mcdunet.dataset.synthetic.SyntheticCells;
import io.github.mcdunet.dataset.synthetic.SyntheticNuclei;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.imagej.Truth.Kind;

import java.util.List;
import java.util.Optional;

import org.junit.Test;

public class LabelLookTest {

	/** Discs of 9 pixels across, in a grid of 3 x 2. */
	private static ImagePlus discs(final ImageProcessor plane, final int... values) {
		for (int i = 0; i < values.length; i++) {
			plane.setValue(values[i]);
			plane.fillOval(3 + 16 * (i % 3), 3 + 16 * (i / 3), 9, 9);
		}
		return new ImagePlus("s", plane);
	}

	private static ImagePlus discs(final int... values) {
		return discs(new ByteProcessor(48, 32), values);
	}

	private static Kind look(final ImagePlus stack) {
		return LabelLook.at(stack).kind();
	}

	@Test
	public void objectsClassesAndMasksLookDifferent() {
		assertEquals(Kind.OBJECTS, look(discs(1, 2, 3, 4, 5, 6)));
		assertEquals(Kind.OBJECTS, look(discs(new FloatProcessor(48, 32), 900, 20, 71_000, 4)));
		assertEquals(Kind.CLASSES, look(discs(1, 2, 1, 2, 2, 1)));
		assertEquals(Kind.MASKS, look(discs(255, 255, 255)));
		assertEquals(Kind.MASKS, look(discs(1, 255, 1, 255)));
		assertEquals(Kind.MASKS, look(discs()));
		assertEquals(Kind.MASKS, look(new ImagePlus("rgb", new ColorProcessor(4, 4))));
	}

	@Test
	public void softMasksAreMasks() {
		for (final ImagePlus mask : List.of(discs(255), discs(255, 255, 255, 255))) {
			mask.getProcessor().blurGaussian(2);
			assertEquals(Kind.MASKS, look(mask));
		}
		final ImagePlus fractions = discs(new FloatProcessor(48, 32), 1, 1, 1);
		fractions.getProcessor().multiply(0.7);
		assertEquals(Kind.MASKS, look(fractions));
	}

	@Test
	public void theSamplesLookLikeWhatTheyAre() {
		assertEquals(Kind.OBJECTS,
			look(Datasets.labels(new SyntheticNuclei(128).generate(2, 1), "n")));
		assertEquals(Kind.CLASSES,
			look(Datasets.classes(new SyntheticCells(128).generate(2, 1), "c")));
		assertEquals(Kind.MASKS, look(Datasets.masks(new SyntheticWorms(128).generate(2, 1), "w")));
	}

	@Test
	public void adviceIsGivenWhereTheChoiceIsUnlikeTheLook() {
		final ImagePlus objects = discs(1, 2, 3, 4, 5, 6), classes = discs(1, 2, 1, 2, 2, 1),
			masks = discs(255, 255, 255);
		assertAdvice(objects, Kind.MASKS,
			"'s' looks like labels: 6 numbers in one image, almost each of them one area. If each number is an object, choose 'Label stack', or objects that touch are one.");
		assertAdvice(objects, Kind.CLASSES,
			"'s' looks like labels: 6 numbers in one image, almost each of them one area. If each number is an object, choose 'Label stack'.");
		assertAdvice(classes, Kind.MASKS,
			"'s' has the values 0 to 2, which count as one kind of object. If each number is a class, choose 'Class stack'; if each is an object, 'Label stack'.");
		assertAdvice(classes, Kind.OBJECTS,
			"'s' has the values 0 to 2, most of them in several areas. If each number is a class, choose 'Class stack'.");
		assertAdvice(masks, Kind.OBJECTS,
			"'s' has one number only in each image, so that all its areas count as one object. If each area is an object, choose 'Mask stack'.");
		assertEquals(Optional.empty(), LabelLook.advice(objects, Kind.OBJECTS));
		assertEquals(Optional.empty(), LabelLook.advice(classes, Kind.CLASSES));
		assertEquals(Optional.empty(), LabelLook.advice(masks, Kind.MASKS));
		assertEquals(Optional.empty(), LabelLook.advice(masks, Kind.CLASSES));
	}

	private static void assertAdvice(final ImagePlus stack, final Kind chosen,
		final String sentence) {
		final Optional<String> advice = LabelLook.advice(stack, chosen);
		assertTrue(advice.isPresent());
		assertEquals(sentence, advice.get());
	}
}
