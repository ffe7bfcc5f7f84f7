package io.github.mcdunet.command.dialog;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.MaskMeaning;
import io.github.mcdunet.imagej.MaskReader;

/** A dialog's masks, looked at once as long as the same ones are chosen. */
public final class LastMasks {

	private ImagePlus looked;
	private String sentences = "";
	private McdUnetException refusal;

	/**
	 * @return what the masks mean, in sentences after a space
	 * @throws McdUnetException if they cannot be meant as masks
	 */
	public String read(final ImagePlus masks) {
		if (masks != looked) {
			looked = masks;
			refusal = null;
			try {
				final MaskMeaning meaning = new MaskReader().glance(masks).meaning();
				meaning.check();
				sentences = " " + String.join(" ",
					MaskReader.sentences(meaning, MaskReader.first(masks, meaning)));
			}
			catch (final McdUnetException e) {
				refusal = e;
			}
		}
		if (refusal != null) throw refusal;
		return sentences;
	}
}
