package io.github.mcdunet.imagej.result;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.Tables;
import io.github.mcdunet.imagej.file.ImageHeader;
import io.github.mcdunet.imagej.file.RoiFiles;
import io.github.mcdunet.imagej.file.TiffFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files with the results of one image: a TIFF file per map with a slice per sample, outlines,
 * and a table of the objects.
 */
public final class ResultFiles {

	private static final String PROBABILITY = "-probability.tif";
	private static final String MASK = "-mask.tif";
	private static final String UNCERTAINTY = "-uncertainty.tif";
	private static final String MUTUAL_INFORMATION = "-mutual-information.tif";
	private static final String VARIANCE = "-variance.tif";
	private static final String FOREGROUND_ENTROPY = "-foreground-entropy.tif";
	private static final String BACKGROUND_ENTROPY = "-background-entropy.tif";
	private static final String ROIS = "-rois.zip";
	private static final String OBJECTS = "-objects.csv";
	private static final List<String> OPTIONAL = List.of(MUTUAL_INFORMATION, VARIANCE,
		FOREGROUND_ENTROPY, BACKGROUND_ENTROPY);

	private final Path folder;
	private final String name;
	private final ResultOptions options;

	/**
	 * @param folder for all results
	 * @param key of the image, see {@link io.github.mcdunet.folder.FolderImage#key()}; its
	 * sub-folders become sub-folders
	 */
	public ResultFiles(final Path folder, final String key, final ResultOptions options) {
		final int slash = key.lastIndexOf('/');
		this.folder = slash < 0 ? folder : folder.resolve(key.substring(0, slash));
		this.name = key.substring(slash + 1);
		this.options = options;
	}

	/** All files that {@link #write} makes. */
	public List<Path> paths() {
		final List<Path> paths = new ArrayList<>();
		for (final String ending : List.of(PROBABILITY, MASK, UNCERTAINTY, ROIS, OBJECTS))
			paths.add(path(ending));
		for (final String ending : OPTIONAL)
			if (isWanted(ending)) paths.add(path(ending));
		return paths;
	}

	private boolean isWanted(final String ending) {
		switch (ending) {
			case MUTUAL_INFORMATION :
				return options.mutualInformation();
			case VARIANCE :
				return options.variance();
			default :
				return options.entropyParts();
		}
	}

	private Path path(final String ending) {
		return folder.resolve(name + ending);
	}

	/** Whether all files are there. */
	public boolean exist() {
		return paths().stream().allMatch(Files::isRegularFile);
	}

	/**
	 * Writes all files, each whole or not at all, and removes maps of an earlier prediction that
	 * were not asked for this time.
	 *
	 * @throws McdUnetException if that is not possible
	 */
	public void write(final ResultStacks results) {
		try {
			Files.createDirectories(folder);
			for (final String ending : OPTIONAL)
				if (!isWanted(ending)) Files.deleteIfExists(path(ending));
		}
		catch (final IOException e) {
			throw new McdUnetException("The results cannot be written into '" + folder + "' (" + e
				+ "). Check that you may write there.", e);
		}
		write(Optional.of(results.probability()), PROBABILITY);
		write(Optional.of(results.mask()), MASK);
		write(Optional.of(results.uncertainty()), UNCERTAINTY);
		write(results.mutualInformation(), MUTUAL_INFORMATION);
		write(results.variance(), VARIANCE);
		write(results.foregroundEntropy(), FOREGROUND_ENTROPY);
		write(results.backgroundEntropy(), BACKGROUND_ENTROPY);
		RoiFiles.write(results.rois(), path(ROIS));
		Tables.write(results.table(), path(OBJECTS));
	}

	private void write(final Optional<ImagePlus> map, final String ending) {
		map.ifPresent(image -> TiffFiles.write(image, path(ending)));
	}

	/** Bytes that the maps of an image take on disk; outlines and tables are small beside them. */
	public static long bytesOnDisk(final ImageHeader image, final ResultOptions options) {
		return image.pixels() * bytesPerPixel(options);
	}

	/**
	 * Bytes that are needed at least while an image is predicted: the image, its maps, and of one
	 * sample the intensities, labels and four statistics.
	 */
	public static long bytesInMemory(final ImageHeader image, final ResultOptions options) {
		final long sample = image.pixels() / image.images();
		final long channels = image.planes() / image.images();
		return image.bytes() + image.pixels() * bytesPerPixel(options)
			+ sample * Float.BYTES * (channels + 1 + 4);
	}

	private static int bytesPerPixel(final ResultOptions options) {
		int floats = 2;
		if (options.mutualInformation()) floats++;
		if (options.variance()) floats++;
		if (options.entropyParts()) floats += 2;
		return 1 + floats * Float.BYTES;
	}
}
