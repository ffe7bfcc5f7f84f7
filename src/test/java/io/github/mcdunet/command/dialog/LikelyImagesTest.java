package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;

import io.github.mcdunet.command.CompareModels;
import io.github.mcdunet.command.Evaluate;
import io.github.mcdunet.command.Predict;
import io.github.mcdunet.command.ResumeTraining;
import io.github.mcdunet.command.Train;
import io.github.mcdunet.command.Trust;
import io.github.mcdunet.imagej.result.PredictionMark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;

/** Two predictions of "Worms" are open, made one after the other; the last mask is active. */
public class LikelyImagesTest {

	private final List<ImagePlus> images = new ArrayList<>();

	@Before
	public void open() {
		Interpreter.batchMode = true;
		final ImagePlus worms = show("Worms", "8-bit ramp");
		final ImagePlus truth = show("Worms truth", "8-bit black");
		truth.getProcessor().set(2, 2, 255);
		for (int model = 1; model <= 2; model++) {
			final ImagePlus probability = show("Worms probability", "32-bit ramp"),
				mask = show("Worms mask", "8-bit black");
			PredictionMark.put(worms, List.of(probability, mask));
			mask.setTitle("mask of model " + model);
		}
	}

	private ImagePlus show(final String title, final String type) {
		final ImagePlus image = IJ.createImage(title, type, 40, 30, 1);
		image.show();
		images.add(image);
		return image;
	}

	@After
	public void close() {
		images.forEach(Interpreter::removeBatchModeImage);
		Interpreter.batchMode = false;
	}

	@Test
	public void imagesAreNoMasksAndMasksNoImages() {
		for (final Class<? extends Command> command : List.of(Train.class, Trust.class,
			ResumeTraining.class))
			assertEquals(Map.of("images", "Worms", "masks", "Worms truth"), likely(command));
		assertEquals(Map.of("images", "Worms"), likely(Predict.class));
	}

	/** The figure was opened last, so it is active; there is no mask of its size. */
	@Test
	public void aFigureIsNoImageWithMasks() {
		final ImagePlus figure = IJ.createImage("Worms figure", "RGB ramp", 90, 70, 1);
		figure.show();
		images.add(figure);
		assertEquals(Map.of("images", "Worms", "masks", "Worms truth"), likely(Trust.class));
		assertEquals(Map.of("images", "Worms figure"), likely(Predict.class));
	}

	@Test
	public void predictionsAreComparedWithTheTruth() {
		assertEquals(Map.of("prediction", "mask of model 2", "truth", "Worms truth"),
			likely(Evaluate.class));
		final Map<String, String> compared = likely(CompareModels.class);
		assertEquals("Worms truth", compared.get("truth"));
		assertEquals("mask of model 1", compared.get("first"));
		assertEquals("mask of model 2", compared.get("second"));
	}

	private static Map<String, String> likely(final Class<? extends Command> command) {
		final Map<String, String> titles = new TreeMap<>();
		LikelyImages.of(DialogItems.all(new CommandInfo(command)))
			.forEach((name, image) -> titles.put(name, image.getTitle()));
		return titles;
	}
}
