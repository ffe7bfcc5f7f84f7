package io.github.mcdunet.command.dialog;

import ij.ImagePlus;

import io.github.mcdunet.imagej.FrameFaults;

/** A dialog's images, looked at once as long as the same ones are chosen. */
public final class LastFrames {

	/** After which a person would wonder, in milliseconds. */
	private static final long PATIENCE = 300;

	private ImagePlus looked;
	private String sentences = "";

	/** Which images are empty or will be left out, in sentences after a space. */
	public String read(final ImagePlus images) {
		if (images != looked) sentences = FrameFaults.sentences(images, PATIENCE);
		looked = images;
		return sentences;
	}
}
