package io.github.mcdunet.folder;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.MaskMeaning;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.MaskReader;
import io.github.mcdunet.imagej.TruthMasks;
import io.github.mcdunet.imagej.file.ImageFiles;
import io.github.mcdunet.imagej.file.ImageHeader;
import io.github.mcdunet.imagej.file.MaskFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One image of a folder: a file, or a file per channel, and perhaps its true mask. Immutable.
 *
 * @param key its sub-folders and its name, joined by slashes; tells it from the others, and stays
 * the same
 * @param files one with all channels, or one per channel in the order of the channels
 * @param mask the file of the true mask
 * @param problem why the image cannot be used, in a sentence; empty if it can as far as the files'
 * names tell
 */
public record FolderImage(String key, List<Path> files, Optional<Path> mask,
	Optional<String> problem) {

	public FolderImage {
		files = List.copyOf(files);
	}

	static FolderImage unusable(final String key, final List<Path> files, final String problem) {
		return new FolderImage(key, files, Optional.empty(), Optional.of(problem));
	}

	/**
	 * Size and time of the last change of all its files: other if one of them was replaced. NB: in
	 * whole seconds, as copies to other file systems keep no more.
	 */
	public String state() {
		final List<Path> all = new ArrayList<>(files);
		mask.ifPresent(all::add);
		final StringBuilder state = new StringBuilder();
		for (final Path file : all)
			try {
				state.append(state.length() == 0 ? "" : "; ").append(Files.size(file))
					.append(" bytes ").append(Files.getLastModifiedTime(file).toInstant()
						.truncatedTo(ChronoUnit.SECONDS));
			}
			catch (final IOException e) {
				throw new McdUnetException("'" + file + "' cannot be read (" + e + ").", e);
			}
		return state.toString();
	}

	/**
	 * What the first file's header says.
	 *
	 * @return empty if that cannot be told without reading the pixels
	 * @throws McdUnetException if a file is cut off
	 */
	public Optional<ImageHeader> header() {
		final Optional<ImageHeader> header = ImageHeader.read(files.get(0));
		return files.size() == 1 ? header : header.map(h -> h.withChannels(files.size()));
	}

	/**
	 * Reads the pixels.
	 *
	 * @throws McdUnetException if a file is unreadable, or the files of the channels differ in size
	 */
	public ImagePlus open() {
		if (files.size() == 1) return ImageFiles.open(files.get(0));
		final List<ImagePlus> channels = new ArrayList<>();
		for (final Path file : files)
			channels.add(ImageFiles.open(file));
		return ChannelFiles.merge(key.substring(key.lastIndexOf('/') + 1), channels);
	}

	/** The masks in the mask's file; empty if there is none. */
	public Optional<ImagePlus> openMask() {
		return mask.map(MaskFiles::open);
	}

	/**
	 * Reads the true masks of an image that was opened.
	 *
	 * @param meaning what the masks of the whole folder mean
	 * @return one per image; empty if there is no mask
	 * @throws McdUnetException if the file is unreadable or does not fit the image
	 */
	public Optional<List<Labels>> truth(final ImagePlus image, final MaskMeaning meaning) {
		return openMask().map(masks -> truth(image, masks, meaning));
	}

	/** As {@link #truth(ImagePlus, MaskMeaning)}, of masks that were opened. */
	static List<Labels> truth(final ImagePlus image, final ImagePlus masks,
		final MaskMeaning meaning) {
		TruthMasks.checkFit(masks, image);
		return MaskReader.readTruth(masks, ImageStacks.names(masks), meaning);
	}
}
