package io.github.mcdunet.folder;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.MaskMeaning;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.MaskReader;

import java.util.ArrayList;
import java.util.List;

/** Looks at all true masks of a folder before the first is read. */
final class FolderMasks {

	private FolderMasks() {
	}

	/**
	 * Decides what the masks mean, and tells it.
	 *
	 * @throws McdUnetException if they cannot be meant as masks
	 */
	static MaskMeaning meaning(final List<FolderImage> images, final OpenedMasks masks,
		final Progress progress) {
		final MaskReader reader = new MaskReader();
		ImagePlus first = null;
		for (int i = 0; i < images.size(); i++) {
			final FolderImage image = images.get(i);
			if (image.mask().isEmpty()) continue;
			progress.checkCanceled();
			progress.report("Looking at the masks", i, images.size());
			try {
				final ImagePlus mask = masks.look(image).get();
				reader.look(mask, names(image, mask));
				if (first == null) first = mask;
			}
			catch (final McdUnetException e) {
				// NB: told when the image's turn comes
				continue;
			}
		}
		final MaskMeaning meaning = reader.meaning();
		meaning.check();
		if (first != null)
			MaskReader.sentences(meaning, MaskReader.first(first, meaning))
				.forEach(progress::message);
		return meaning;
	}

	private static List<String> names(final FolderImage image, final ImagePlus mask) {
		final List<String> names = new ArrayList<>();
		final int n = ImageStacks.count(mask);
		for (int k = 1; k <= n; k++)
			names.add(n == 1 ? image.key() : image.key() + " image " + k);
		return names;
	}
}
