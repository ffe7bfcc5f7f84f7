package io.github.mcdunet.folder;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.workflow.SegmentedImage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The GeoJSON files of one image of a folder, one for each of its slices and frames, if anybody
 * wants them. Used by one thread.
 */
final class FolderOutlines {

	private static final String ENDING = "-objects.geojson";

	private final Path file;
	private final List<LabelClass> classes;
	private final boolean wanted;
	private final List<List<GeoJson.Feature>> images = new ArrayList<>();

	/**
	 * @param folder for all results
	 * @param classes that objects may be of, the background first
	 */
	FolderOutlines(final Path folder, final FolderImage image, final List<LabelClass> classes,
		final boolean wanted) {
		file = folder.resolve(image.key() + ENDING);
		this.classes = classes;
		this.wanted = wanted;
	}

	/** Keeps the outlines of the next slice or frame. */
	void add(final SegmentedImage image) {
		images.add(wanted ? GeoJson.features(image, classes) : List.of());
	}

	/**
	 * Writes what was kept, or removes the files of an earlier prediction.
	 *
	 * @throws McdUnetException if that is not possible
	 */
	void write() {
		for (int i = 0; i < images.size(); i++) {
			final Path place = GeoJsonSink.place(file, i, images.size());
			if (wanted) GeoJson.write(place, images.get(i));
			else
				remove(place);
		}
	}

	private static void remove(final Path place) {
		try {
			Files.deleteIfExists(place);
		}
		catch (final IOException e) {
			throw new McdUnetException(
				"The old file '" + place + "' cannot be deleted (" + e + "). Please delete it.", e);
		}
	}

	/**
	 * Whether the files of so many slices and frames are there, as far as they are wanted, and end
	 * as they should: a power cut may leave them empty or torn.
	 */
	boolean areWhole(final int frames) {
		return !wanted || IntStream.range(0, frames)
			.allMatch(i -> GeoJson.isWhole(GeoJsonSink.place(file, i, frames)));
	}
}
