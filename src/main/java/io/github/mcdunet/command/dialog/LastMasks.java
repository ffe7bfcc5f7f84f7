package io.github.mcdunet.command.dialog;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.MaskMeaning;
import io.github.mcdunet.imagej.LabelLook;
import io.github.mcdunet.imagej.MaskReader;
import io.github.mcdunet.imagej.Truth;

/** A dialog's masks, looked at once as long as the same ones are chosen. */
public final class LastMasks {

	private ImagePlus looked;
	private ImagePlus advised;
	private Truth.Kind advisedKind;
	private String advice = "";
	private String sentences = "";
	private McdUnetException refusal;

	/**
	 * @param kind what the stack was chosen for, other than masks
	 * @return a sentence after a space, if it does not look like that
	 */
	public String advice(final ImagePlus stack, final Truth.Kind kind) {
		if (stack != advised || kind != advisedKind)
			advice = LabelLook.advice(stack, kind).map(sentence -> " " + sentence).orElse("");
		advised = stack;
		advisedKind = kind;
		return advice;
	}

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
				sentences = " "
					+ String.join(" ",
						MaskReader.sentences(meaning, MaskReader.first(masks, meaning)))
					+ advice(masks, Truth.Kind.MASKS);
			}
			catch (final McdUnetException e) {
				refusal = e;
			}
		}
		if (refusal != null) throw refusal;
		return sentences;
	}
}
