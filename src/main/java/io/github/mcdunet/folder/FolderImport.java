package io.github.mcdunet.folder;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.Truth;
import io.github.mcdunet.imagej.file.ImageFiles;
import io.github.mcdunet.imagej.file.MaskFiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a folder of image files, and of mask files, two stacks that the training takes. Immutable.
 * They are sorted by name, numbers by their value; one that lacks a mask or a channel, or cannot be
 * read, is left out and reported.
 */
public final class FolderImport {

	private final FilePattern imagePattern;
	private final FilePattern maskPattern;
	private final Path maskFolder;
	private final int width;
	private final int height;
	private final Truth.Kind kind;

	/** Imports images alone; see {@link #masks}. */
	public FolderImport(final FilePattern images) {
		this(images, null, null, 0, 0, Truth.Kind.MASKS);
	}

	private FolderImport(final FilePattern imagePattern, final FilePattern maskPattern,
		final Path maskFolder, final int width, final int height, final Truth.Kind kind) {
		this.imagePattern = imagePattern;
		this.maskPattern = maskPattern;
		this.maskFolder = maskFolder;
		this.width = width;
		this.height = height;
		this.kind = kind;
	}

	/** Imports masks too. */
	public FolderImport masks(final FilePattern pattern) {
		return new FolderImport(imagePattern, pattern, maskFolder, width, height, kind);
	}

	/**
	 * Says what the mask files show.
	 *
	 * @param newKind one of the three that are in stacks; by default masks
	 */
	public FolderImport masksAre(final Truth.Kind newKind) {
		return new FolderImport(imagePattern, maskPattern, maskFolder, width, height, newKind);
	}

	/** Looks for the masks in another folder. */
	public FolderImport masksFolder(final Path folder) {
		return new FolderImport(imagePattern, maskPattern, folder, width, height, kind);
	}

	/** Scales images bilinearly, and masks so that they stay masks; 0 x 0 keeps the files' size. */
	public FolderImport resizeTo(final int newWidth, final int newHeight) {
		return new FolderImport(imagePattern, maskPattern, maskFolder, newWidth, newHeight, kind);
	}

	/**
	 * @throws McdUnetException if the folder is missing, or nothing in it pairs
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public ImportedStacks run(final Path folder, final Progress progress) {
		final List<String> report = new ArrayList<>();
		final Map<String, SortedMap<String, Path>> images = files(folder, imagePattern, report);
		final Map<String, SortedMap<String, Path>> masks = maskPattern == null ? Map.of()
			: files(maskFolder == null ? folder : maskFolder, maskPattern, report);
		final Set<String> channels = new TreeSet<>(NaturalOrder.INSTANCE);
		images.values().forEach(files -> channels.addAll(files.keySet()));
		for (final String name : masks.keySet())
			if (!images.containsKey(name))
				report.add("The mask of '" + name + "' was left out: there is no image of it.");
		final StackBuilder stacks = new StackBuilder(new ArrayList<>(channels), width, height,
			kind);
		int done = 0;
		for (final Map.Entry<String, SortedMap<String, Path>> e : images.entrySet()) {
			progress.checkCanceled();
			progress.report("Reading " + e.getKey(), done++, images.size());
			add(stacks, e.getKey(), e.getValue(), channels, masks)
				.ifPresent(reason -> report.add("'" + e.getKey() + "' was left out: " + reason));
		}
		if (stacks.size() == 0)
			throw new McdUnetException("No images could be imported from '" + folder
				+ "' with the pattern '" + imagePattern + "'"
				+ (maskPattern == null ? "" : " and masks '" + maskPattern + "'") + "."
				+ (report.isEmpty() ? " No file has such a name."
					: "\n" + String.join("\n", report)));
		final List<String> masksReport = stacks.readMasks();
		report.addAll(stacks.joinGrayAndRgb());
		report.add(0, stacks.size() + " of " + images.size() + " images were imported from '"
			+ folder + "'.");
		report.addAll(masksReport);
		final String title = folder.toAbsolutePath().normalize().getFileName().toString();
		return new ImportedStacks(stacks.images(title + " images"),
			maskPattern == null ? Optional.empty() : Optional.of(stacks.masks(title)),
			String.join("\n", report));
	}

	/**
	 * The files that match a pattern: image -> channel -> file.
	 *
	 * @param report gets a line for each file that is unreadable or repeats another's image and
	 * channel
	 */
	private static Map<String, SortedMap<String, Path>> files(final Path folder,
		final FilePattern pattern, final List<String> report) {
		final FolderScan scan = new FolderScan(folder, Set.of());
		scan.unreadable()
			.forEach((file, reason) -> report.add("'" + file + "' was left out: " + reason));
		final Map<String, SortedMap<String, Path>> files = new TreeMap<>(NaturalOrder.INSTANCE);
		for (final Path file : scan.files())
			pattern.match(file.getFileName().toString()).ifPresent(parts -> {
				final Path first = files
					.computeIfAbsent(parts.image(), n -> new TreeMap<>(NaturalOrder.INSTANCE))
					.putIfAbsent(parts.channel(), file);
				if (first != null)
					report.add("'" + file + "' was left out: '" + first
						+ "' has the same image and channel.");
			});
		return files;
	}

	/** @return why the image was left out; empty if it was added */
	private Optional<String> add(final StackBuilder stacks, final String name,
		final Map<String, Path> files, final Set<String> channels,
		final Map<String, SortedMap<String, Path>> masks) {
		for (final String channel : channels)
			if (!files.containsKey(channel))
				return Optional.of("it has no file of channel '" + channel + "'.");
		if (maskPattern != null && !masks.containsKey(name))
			return Optional.of("there is no mask of it.");
		try {
			return add(stacks, name, files.values(),
				maskPattern == null ? null : masks.get(name).values().iterator().next());
		}
		catch (final McdUnetException e) {
			return Optional.of(e.getMessage());
		}
	}

	/** @param maskFile may be null */
	private static Optional<String> add(final StackBuilder stacks, final String name,
		final Collection<Path> files, final Path maskFile) {
		final List<ImagePlus> planes = new ArrayList<>();
		for (final Path file : files) {
			final ImagePlus image = ImageFiles.open(file);
			if (ImageStacks.count(image) > 1)
				return Optional.of("'" + file + "' is a stack of " + ImageStacks.count(image)
					+ " images. Open it by itself.");
			planes.add(image);
		}
		if (maskFile == null) return stacks.add(name, planes, null);
		if (files.contains(maskFile))
			return Optional
				.of("by their patterns, '" + maskFile + "' is both image and mask. Give the "
					+ "masks a folder or a pattern of their own.");
		final ImagePlus mask = MaskFiles.open(maskFile);
		if (mask.getStackSize() > 1)
			return Optional.of("'" + maskFile + "' is a stack, not one mask.");
		return stacks.add(name, planes, mask);
	}
}
