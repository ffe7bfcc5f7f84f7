package io.github.mcdunet.imagej.result;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.OpenImages;

import java.util.List;
import java.util.Optional;

/** Finds what a prediction has opened by its titles: "Worms mask" belongs to "Worms". */
public final class PredictedImages {

	private static final List<String> KINDS = List.of("mask", "probability", "uncertainty");

	private final List<ImagePlus> open;

	/** @param open images, the active one first */
	public PredictedImages(final List<ImagePlus> open) {
		this.open = List.copyOf(open);
	}

	/** Among all images that are open now. */
	public static PredictedImages open() {
		return new PredictedImages(OpenImages.activeFirst());
	}

	/** The first image that was predicted and whose mask, probability and uncertainty are open. */
	public Optional<ImagePlus> input() {
		for (final ImagePlus image : open)
			for (final ImagePlus input : open)
				if ((input == image || image.getTitle().startsWith(bare(input) + " "))
					&& isPredicted(input)) return Optional.of(input);
		return Optional.empty();
	}

	private boolean isPredicted(final ImagePlus input) {
		return KINDS.stream().allMatch(kind -> result(input, kind).isPresent());
	}

	/** @param kind "mask", "probability" or "uncertainty" */
	public Optional<ImagePlus> result(final ImagePlus input, final String kind) {
		final String title = bare(input) + " " + kind;
		return open.stream().filter(image -> image != input && image.getTitle().equals(title))
			.findFirst();
	}

	/** @throws McdUnetException if it is not open */
	public ImagePlus needed(final ImagePlus input, final String kind) {
		return result(input, kind).orElseThrow(() -> new McdUnetException("There is no open image '"
			+ bare(input) + " " + kind + "'. Run 'Predict with U-Net...' on '" + input.getTitle()
			+ "' first, or choose what it made."));
	}

	private static String bare(final ImagePlus input) {
		return new ImageGrid(input).title();
	}
}
