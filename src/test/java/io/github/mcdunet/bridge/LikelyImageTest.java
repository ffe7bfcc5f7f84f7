package io.github.mcdunet.bridge;

import static org.junit.Assert.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;

import io.github.mcdunet.command.Evaluate;
import io.github.mcdunet.command.ReviewUncertain;
import io.github.mcdunet.imagej.OpenImages;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** Which open image a dialog offers first. */
public class LikelyImageTest {

	private final Map<String, ImagePlus> images = new LinkedHashMap<>();

	@Before
	public void predict() {
		Interpreter.batchMode = true;
		for (final String title : new String[]{ "Worms uncertainty", "other", "Worms",
			"Worms truth", "Worms probability", "Worms mask" }) {
			images.put(title, IJ.createImage(title, "8-bit ramp", 4, 3, 1));
			images.get(title).show();
		}
	}

	@After
	public void close() {
		images.values().forEach(Interpreter::removeBatchModeImage);
		Interpreter.batchMode = false;
	}

	@Test
	public void aReviewStartsWithThePrediction() {
		final Map<String, String> expected = Map.of("images", "Worms", "mask", "Worms mask",
			"probability", "Worms probability", "uncertainty", "Worms uncertainty");
		assertEquals(expected, offered(ReviewUncertain.class.getName()));
	}

	@Test
	public void othersStartWithTheActiveImage() {
		assertEquals("Worms mask", offered(Evaluate.class.getName()).get("prediction"));
	}

	/** Titles by parameter. */
	private Map<String, String> offered(final String command) {
		final CommandInputs inputs = new CommandInputs(ContextHolder.context(),
			ContextHolder.context().service(CommandService.class).getCommand(command));
		final Map<String, String> titles = new LinkedHashMap<>();
		for (final ModuleItem<?> item : inputs.items())
			if (item.getType() == ImagePlus.class && !inputs.likelyImage(item).isEmpty())
				titles.put(item.getName(), OpenImages.byId(inputs.likelyImage(item)).getTitle());
		return titles;
	}
}
