package io.github.mcdunet.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;

import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.synthetic.SyntheticCells;
import io.github.mcdunet.dataset.synthetic.SyntheticNuclei;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;

import org.junit.Test;
import org.scijava.command.CommandModule;

public class OpenSampleTest {

	@Test
	public void imagesAndMasksAreThoseOfTheSeed() throws Exception {
		try (Commands commands = new Commands()) {
			final CommandModule module = commands.run(OpenSample.class, "number", 3, "size", 40,
				"seed", 7L);
			final ImagePlus images = (ImagePlus) module.getOutput("images");
			final ImagePlus masks = (ImagePlus) module.getOutput("masks");
			assertArrayEquals(new int[]{ 40, 40, 2, 1, 3 }, images.getDimensions());
			assertEquals("Worms", images.getTitle());
			assertEquals("Worms truth", masks.getTitle());
			assertEquals(3, masks.getStackSize());
			final LabeledImage second = new SyntheticWorms(40).generate(3, 7).get(1);
			for (int i = 0; i < 1600; i++) {
				assertEquals(second.pixels()[1600 + i], images.getStack().getProcessor(4).getf(i),
					0);
				assertEquals(second.labels().classes()[i] * 255,
					masks.getStack().getProcessor(2).get(i));
			}
		}
	}

	@Test
	public void nucleiHaveNumbers() throws Exception {
		try (Commands commands = new Commands()) {
			final CommandModule module = commands.run(OpenSample.class, "number", 2, "size", 64,
				"seed", 7L, "scene", "Nuclei that touch");
			final ImagePlus images = (ImagePlus) module.getOutput("images");
			final ImagePlus truth = (ImagePlus) module.getOutput("masks");
			assertArrayEquals(new int[]{ 64, 64, 1, 1, 2 }, images.getDimensions());
			assertEquals("Nuclei", images.getTitle());
			assertEquals("Nuclei truth", truth.getTitle());
			assertEquals(16, truth.getBitDepth());
			assertEquals("nuclei-02", truth.getStack().getSliceLabel(2));
			assertNull(module.getOutput("labels"));
			final LabeledImage second = new SyntheticNuclei(64).generate(2, 7).get(1);
			for (int i = 0; i < 64 * 64; i++) {
				assertEquals(second.pixels()[i], images.getStack().getProcessor(2).getf(i), 0);
				assertEquals(second.labels().objects()[i], truth.getStack().getProcessor(2).get(i));
			}
		}
	}

	@Test
	public void cellsHaveClassesAndNumbers() throws Exception {
		try (Commands commands = new Commands()) {
			final CommandModule module = commands.run(OpenSample.class, "number", 1, "size", 64,
				"seed", 7L, "scene", "Round cells and rods");
			final ImagePlus classes = (ImagePlus) module.getOutput("masks");
			final ImagePlus labels = (ImagePlus) module.getOutput("labels");
			assertEquals("Cells truth", classes.getTitle());
			assertEquals("Cells labels", labels.getTitle());
			final LabeledImage first = new SyntheticCells(64).generate(1, 7).get(0);
			for (int i = 0; i < 64 * 64; i++) {
				assertEquals(first.labels().classes()[i], classes.getProcessor().get(i));
				assertEquals(first.labels().objects()[i], labels.getProcessor().get(i));
			}
		}
	}

	@Test
	public void numbersOutOfRangeAreNamed() throws Exception {
		try (Commands commands = new Commands()) {
			assertEquals("'Number of images' must be 1 to 10000, not 0.",
				commands.reason(OpenSample.class, "number", 0));
			assertTrue(commands.reason(OpenSample.class, "size", 31)
				.startsWith("'Image size (pixels)' must be 32 to"));
		}
	}
}
