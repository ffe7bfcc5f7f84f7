package io.github.mcdunet.folder;

import ij.ImagePlus;

import java.util.Optional;

/**
 * What a folder's import gives: images and, if there are any, masks in the same order, and a report
 * of what did not pair.
 */
public final class ImportedStacks {

	private final ImagePlus images;
	private final ImagePlus masks;
	private final String report;

	ImportedStacks(final ImagePlus images, final ImagePlus masks, final String report) {
		this.images = images;
		this.masks = masks;
		this.report = report;
	}

	/** Channels, and one frame per sample, labelled by its name. */
	public ImagePlus images() {
		return images;
	}

	/** 8 bit, 0 and 255, one frame per sample; empty if no masks were asked for. */
	public Optional<ImagePlus> masks() {
		return Optional.ofNullable(masks);
	}

	/**
	 * How many samples were imported, and a line for each file or sample that was left out, with
	 * the reason.
	 */
	public String report() {
		return report;
	}
}
