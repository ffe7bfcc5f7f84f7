package io.github.mcdunet.folder;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.workflow.SegmentedImage;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the objects of one image after another as GeoJSON, if anybody wants them. */
public final class GeoJsonSink {

	private final Optional<Path> file;
	private final int images;
	private final List<LabelClass> classes;

	/**
	 * @param file of a single image; of several, "name-0001.geojson" and so on are written instead
	 * @param images their number
	 * @param classes that objects may be of, the background first
	 */
	public GeoJsonSink(final Optional<Path> file, final int images,
		final List<LabelClass> classes) {
		this.file = file;
		this.images = images;
		this.classes = classes;
	}

	/**
	 * @param number of the image, from 0
	 * @throws io.github.mcdunet.McdUnetException if the file cannot be written
	 */
	public void accept(final int number, final SegmentedImage image) {
		file.ifPresent(
			path -> GeoJson.write(place(path, number, images), GeoJson.features(image, classes)));
	}

	/**
	 * The file of an image.
	 *
	 * @param number of the image, from 0
	 * @param images their number
	 */
	static Path place(final Path path, final int number, final int images) {
		if (images == 1) return path;
		final String name = path.getFileName().toString();
		final int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
		return path.resolveSibling(name.substring(0, dot)
			+ String.format(Locale.ROOT, "-%04d", number + 1) + name.substring(dot));
	}
}
