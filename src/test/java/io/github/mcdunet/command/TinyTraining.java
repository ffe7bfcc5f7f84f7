package io.github.mcdunet.command;

import ij.ImagePlus;

import java.io.File;

import org.scijava.command.CommandModule;

/** Five worm pictures of 32 x 32 pixels, and the parameters of a training of one epoch on them. */
public final class TinyTraining {

	public final ImagePlus images;
	public final ImagePlus masks;

	public TinyTraining(final Commands commands) throws Exception {
		final CommandModule sample = commands.run(OpenSample.class, "number", 5, "size", 32, "seed",
			1L);
		images = (ImagePlus) sample.getOutput("images");
		masks = (ImagePlus) sample.getOutput("masks");
	}

	/** All parameters that Train needs, with others last, which win. */
	public Object[] with(final File modelFile, final Object... others) {
		final Object[] base = { "images", images, "truth", Choices.MASK_STACK, "masks", masks,
			"modelFile", modelFile, "epochs", 1, "seed", 3L };
		final Object[] all = java.util.Arrays.copyOf(base, base.length + others.length);
		System.arraycopy(others, 0, all, base.length, others.length);
		return all;
	}
}
