package io.github.mcdunet.command;

import ij.IJ;
import ij.ImagePlus;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.Sample;
import io.github.mcdunet.imagej.Datasets;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Reads a folder of image files, each with its mask file: both sorted by name, the first image belongs to the first mask. */
final class FolderImages {

	private final Path folder;
	private final int channels;
	private final int size;

	/** @param size side in pixels to scale to, or 0 to keep the files' size */
	FolderImages(final Path folder, final int channels, final int size) {
		this.folder = folder;
		this.channels = channels;
		this.size = size;
	}

	/** @throws McdUnetException if files are missing, do not fit together, or are no images */
	Dataset read(final String imagePattern, final String maskPattern, final Progress progress) {
		final List<Path> images = list(imagePattern), masks = list(maskPattern);
		images.removeAll(masks);
		if (images.isEmpty() || images.size() != masks.size())
			throw new McdUnetException(
				"In '" + folder + "' there are " + images.size() + " images named like '" +
					imagePattern + "' and " + masks.size() + " masks named like '" + maskPattern +
					"'. Every image needs its mask. Check the two patterns, capital letters too.");
		final List<Sample> samples = new ArrayList<>();
		List<String> names = Collections.emptyList();
		for (int i = 0; i < images.size(); i++) {
			progress.checkCanceled();
			progress.report("Opening " + images.get(i).getFileName(), i, images.size());
			final Dataset one = Datasets.of(open(images.get(i), channels, "bilinear"),
				open(masks.get(i), 1, "none"));
			samples.add(named(one.get(0), images.get(i).getFileName().toString()));
			names = one.channelNames();
		}
		checkSizes(samples);
		return new Dataset(samples, names);
	}

	private List<Path> list(final String pattern) {
		final List<Path> files = new ArrayList<>();
		if (!Files.isDirectory(folder))
			throw new McdUnetException("There is no folder '" + folder + "'. Choose another.");
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
			stream.forEach(files::add);
		}
		catch (final IOException | PatternSyntaxException e) {
			throw new McdUnetException(
				"The folder '" + folder + "' could not be listed for '" + pattern + "': " +
					e.getMessage(),
				e);
		}
		Collections.sort(files);
		return files;
	}

	private ImagePlus open(final Path file, final int expectedChannels, final String interpolation) {
		final ImagePlus image = IJ.openImage(file.toString());
		if (image == null) throw new McdUnetException("'" + file + "' is no image that ImageJ can open.");
		if (image.getStackSize() != expectedChannels && image.getType() != ImagePlus.COLOR_RGB)
			throw new McdUnetException(
				"'" + file + "' has " + image.getStackSize() + " planes, but " + expectedChannels +
					" were expected. Check 'Channels' and the patterns.");
		if (image.getStackSize() == expectedChannels) image.setDimensions(expectedChannels, 1, 1);
		final ImagePlus scaled = size == 0 ? image : image.resize(size, size, interpolation);
		scaled.setDimensions(scaled.getStackSize(), 1, 1);
		return scaled;
	}

	private static Sample named(final Sample s, final String name) {
		return new Sample(name, s.width(), s.height(), s.channels(), s.pixels(), s.mask());
	}

	private static void checkSizes(final List<Sample> samples) {
		final Sample first = samples.get(0);
		for (final Sample s : samples)
			if (s.width() != first.width() || s.height() != first.height())
				throw new McdUnetException(
					"'" + s.name() + "' is " + s.width() + " x " + s.height() + " pixels, but '" +
						first.name() + "' is " + first.width() + " x " + first.height() +
						". A stack needs one size: give a size to scale all to.");
	}
}
