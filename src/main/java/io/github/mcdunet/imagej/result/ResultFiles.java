package io.github.mcdunet.imagej.result;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.file.ImageHeader;
import io.github.mcdunet.imagej.file.RoiFiles;
import io.github.mcdunet.imagej.file.TiffFiles;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.SampleMasks;

import io.github.mcdunet.io.SafeFile;
import io.github.mcdunet.network.Outputs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The files with the results of one image: a TIFF file per map with a slice per image, outlines,
 * and a table of the objects.
 */
public final class ResultFiles {

	private static final String MASK = "-mask.tif";
	private static final String ROIS = "-rois.zip";
	private static final String OBJECTS = "-objects.csv";

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
		return Stream
			.of(options.maps().stream().map(MapKind::fileEnding),
				options.objectImages().stream().sorted().map(ObjectImage::fileEnding),
				Stream.of(MASK, ROIS, OBJECTS))
			.flatMap(endings -> endings).map(this::path).toList();
	}

	private Path path(final String ending) {
		return folder.resolve(name + ending);
	}

	/**
	 * Whether all files are there and whole, as far as their beginnings, ends and lengths tell: a
	 * power cut or a full drive may leave them empty or torn.
	 */
	public boolean areWhole() {
		return paths().stream().allMatch(ResultFiles::isWhole);
	}

	private static boolean isWhole(final Path file) {
		if (!Files.isRegularFile(file)) return false;
		final String name = file.getFileName().toString();
		try {
			if (name.endsWith(ROIS)) return isZip(file);
			return name.endsWith(OBJECTS) ? endsALine(file) : ImageHeader.read(file).isPresent();
		}
		catch (final IOException | McdUnetException e) {
			return false;
		}
	}

	/** NB: opening one reads its end, and looks whether the list of contents there fits. */
	private static boolean isZip(final Path file) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return zip.size() >= 0;
		}
	}

	private static boolean endsALine(final Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			if (in.length() == 0) return false;
			in.seek(in.length() - 1);
			return in.read() == '\n';
		}
	}

	/** @throws McdUnetException if the names of the files are too long, or else impossible */
	public void checkNames() {
		for (final Path file : paths())
			SafeFile.nameFault(file).ifPresent(fault -> {
				throw new McdUnetException(fault + " Rename the image.");
			});
	}

	/**
	 * Writes all files, each whole or not at all, and removes images of an earlier prediction that
	 * were not asked for this time.
	 *
	 * @throws McdUnetException if that is not possible
	 */
	public void write(final ResultStacks results) {
		try {
			Files.createDirectories(folder);
			for (final MapKind kind : MapKind.values())
				if (!options.maps().contains(kind)) Files.deleteIfExists(path(kind.fileEnding()));
			for (final ObjectImage kind : ObjectImage.values())
				if (!options.objectImages().contains(kind))
					Files.deleteIfExists(path(kind.fileEnding()));
		}
		catch (final IOException e) {
			throw new McdUnetException("The results cannot be written into '" + folder + "' (" + e
				+ "). Check that you may write there.", e);
		}
		for (final MapKind kind : options.maps())
			TiffFiles.write(results.map(kind), path(kind.fileEnding()));
		results.objectImages()
			.forEach((kind, image) -> TiffFiles.write(image, path(kind.fileEnding())));
		TiffFiles.write(results.mask(), path(MASK));
		RoiFiles.write(results.rois(), path(ROIS));
		results.objectTable().write(path(OBJECTS));
	}

	/** Bytes that the maps of an image take on disk; outlines and tables are small beside them. */
	public static long bytesOnDisk(final ImageHeader image, final ResultOptions options) {
		return image.pixels() * options.bytesPerPixel();
	}

	/**
	 * Bytes that are needed at least while a stack is predicted: its pixels and maps, and of one
	 * image the intensities, labels and four statistics, and the samples' masks.
	 *
	 * @param outputs of the network; each further plane is one more statistic
	 * @param samples whose masks are kept, for one image at a time; 0 if none are
	 */
	public static long bytesInMemory(final ImageHeader image, final ResultOptions options,
		final Outputs outputs, final int samples) {
		final long pixels = image.pixels() / image.images();
		final long channels = image.planes() / image.images();
		return image.bytes() + image.pixels() * options.bytesPerPixel()
			+ pixels * Float.BYTES * (channels + 1 + 4 + outputs.planes() - 1)
			+ SampleMasks.bytes(outputs, image.width(), image.height(), samples);
	}
}
