package io.github.mcdunet.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.network.file.ModelFile;

import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Runs the Groovy example of the folder macros/, as it stands. */
public class EngineScriptTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private String run(final Object... variables) throws Exception {
		final ScriptEngine groovy = new ScriptEngineManager().getEngineByName("groovy");
		final StringWriter printed = new StringWriter();
		groovy.getContext().setWriter(printed);
		groovy.put("folder", folder.getRoot().toString());
		for (int i = 0; i < variables.length; i += 2)
			groovy.put((String) variables[i], variables[i + 1]);
		try (Reader script = Files.newBufferedReader(Paths.get("macros/Engine_Api.groovy"))) {
			groovy.eval(script);
		}
		return printed.toString();
	}

	/**
	 * An ImgLib2 image's objects and predicted Dice, without an ImagePlus; of 64 images 8 are kept
	 * out, and the validation part of the others is enough to learn from.
	 */
	@Test
	public void givesObjectsAndPredictedDice() throws Exception {
		final String printed = run("epochs", 1, "samples", 3, "number", 64, "size", 32);
		assertTrue(printed, printed.matches(
			"(?s).*\\d+ objects, predicted Dice [01]\\.\\d\\d \\([01]\\.\\d\\d–[01]\\.\\d\\d\\).*"));
		final Matcher objects = Pattern
			.compile("Object (\\d+): (\\d+) pixels, confidence [01]\\.\\d+").matcher(printed);
		int found = 0;
		while (objects.find())
			assertEquals(++found, Integer.parseInt(objects.group(1)));
		assertTrue(printed, printed.contains(found + " objects, predicted Dice"));
	}

	/** Of 16 images 2 are kept out. */
	@Test
	public void onImagesOfOnesOwn() throws Exception {
		final Dataset worms = new SyntheticWorms(32).generate(16, 3);
		final Path images = folder.getRoot().toPath().resolve("images.tif"),
			masks = folder.getRoot().toPath().resolve("masks.tif");
		IJ.saveAsTiff(Datasets.images(worms, "images"), images.toString());
		IJ.saveAsTiff(Datasets.masks(worms, "masks"), masks.toString());
		final String printed = run("images", images.toString(), "masks", masks.toString(), "epochs",
			2, "samples", 3);
		assertTrue(printed,
			printed.matches("(?s)Last epoch: 2,.*Median Dice of 2 images: [01]\\.\\d{3}\\s+"));
		assertTrue("too few to learn from, and says so",
			printed.contains("objects, predicted Dice not known"));
		final ImagePlus probability = open("probability.tif"), mask = open("mask.tif"),
			uncertainty = open("uncertainty.tif");
		assertEquals(2, uncertainty.getStackSize());
		for (int i = 1; i <= 2; i++)
			for (int p = 0; p < 32 * 32; p++)
				assertEquals(probability.getStack().getProcessor(i).getf(p) >= 0.5f,
					mask.getStack().getProcessor(i).get(p) == 255);
		assertEquals("2", ModelFile.read(folder.getRoot().toPath().resolve("engine.mcdunet.zip"))
			.manifest().get("settings.epochs"));
	}

	@Test
	public void onMadeUpWorms() throws Exception {
		final String printed = run("epochs", 1, "samples", 2, "number", 24, "size", 32);
		assertTrue(printed, printed.contains("Median Dice of 3 images: "));
		assertEquals(32, open("mask.tif").getWidth());
	}

	private ImagePlus open(final String name) {
		return IJ.openImage(folder.getRoot().toPath().resolve(name).toString());
	}
}
