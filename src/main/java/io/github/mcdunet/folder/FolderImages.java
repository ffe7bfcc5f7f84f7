package io.github.mcdunet.folder;

import io.github.mcdunet.McdUnetException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the images of a folder and its sub-folders, and their true masks, by the files' names; see
 * {@link FilePattern}. Immutable. Two images of the same name in different sub-folders are two
 * images.
 */
public final class FolderImages {

	/** The mask of an image has its name, with any ending. */
	public static final FilePattern SAME_NAME = FilePattern.parse("regex:(?<sample>.+)\\.[^.]+");

	private final Path folder;
	private final FilePattern pattern;
	private final Path maskFolder;
	private final FilePattern maskPattern;
	private final Path except;

	public FolderImages(final Path folder, final FilePattern pattern) {
		this(folder.toAbsolutePath().normalize(), pattern, null, null, null);
	}

	private FolderImages(final Path folder, final FilePattern pattern, final Path maskFolder,
		final FilePattern maskPattern, final Path except) {
		this.folder = folder;
		this.pattern = pattern;
		this.maskFolder = maskFolder;
		this.maskPattern = maskPattern;
		this.except = except;
	}

	/** Looks for masks too. Files of masks are no images, whatever the images' pattern says. */
	public FolderImages masks(final Path newFolder, final FilePattern newPattern) {
		return new FolderImages(folder, pattern, newFolder.toAbsolutePath().normalize(), newPattern,
			except);
	}

	/** Leaves a folder out, such as that of the results. */
	public FolderImages except(final Path left) {
		return new FolderImages(folder, pattern, maskFolder, maskPattern,
			left.toAbsolutePath().normalize());
	}

	/**
	 * @return in the order of their keys, also those that cannot be used, see
	 * {@link FolderImage#problem()}
	 * @throws McdUnetException if a folder cannot be read, no file has such a name, or no image has
	 * a mask
	 */
	public List<FolderImage> list() {
		final Set<Path> left = new HashSet<>();
		if (except != null) left.add(except);
		final Map<String, List<Path>> masks = masks(left);
		final Set<Path> maskFiles = masks.values().stream().flatMap(List::stream)
			.collect(Collectors.toSet());
		if (maskFolder != null && !folder.startsWith(maskFolder)) left.add(maskFolder);
		final FolderScan scan = new FolderScan(folder, left);
		final Map<String, Map<String, List<Path>>> found = new TreeMap<>(NaturalOrder.INSTANCE);
		for (final Path file : scan.files())
			if (!maskFiles.contains(file))
				pattern.match(name(file))
					.ifPresent(parts -> found
						.computeIfAbsent(key(folder, file, parts),
							k -> new TreeMap<>(NaturalOrder.INSTANCE))
						.computeIfAbsent(parts.channel(), k -> new ArrayList<>()).add(file));
		if (found.isEmpty()) throw nothing(scan, maskFiles);
		final Map<String, FolderImage> images = new TreeMap<>(NaturalOrder.INSTANCE);
		scan.unreadable().forEach((path, reason) -> images.put(folder.relativize(path).toString(),
			FolderImage.unusable(folder.relativize(path).toString(), List.of(), reason)));
		final Set<String> channels = new TreeSet<>(NaturalOrder.INSTANCE);
		found.values().forEach(files -> channels.addAll(files.keySet()));
		final MaskChoice choice = new MaskChoice(masks, found.keySet());
		found.forEach((key, files) -> images.put(key, image(key, files, channels, choice)));
		if (maskFolder != null && found.keySet().stream().allMatch(key -> choice.of(key).isEmpty()))
			throw new McdUnetException(
				"None of the images (" + found.size() + ") has a true mask in '" + maskFolder
					+ (maskPattern == SAME_NAME ? "' of the image's name"
						: "' named like '" + maskPattern + "'")
					+ ". Choose another folder or pattern for the masks, or none.");
		return List.copyOf(images.values());
	}

	private Map<String, List<Path>> masks(final Set<Path> left) {
		final Map<String, List<Path>> masks = new TreeMap<>();
		if (maskFolder == null) return masks;
		final Set<Path> leftHere = new HashSet<>(left);
		leftHere.add(folder);
		for (final Path file : new FolderScan(maskFolder, leftHere).files())
			maskPattern.match(name(file)).ifPresent(parts -> masks
				.computeIfAbsent(key(maskFolder, file, parts), k -> new ArrayList<>()).add(file));
		return masks;
	}

	private static FolderImage image(final String key, final Map<String, List<Path>> files,
		final Set<String> channels, final MaskChoice masks) {
		final List<Path> chosen = new ArrayList<>();
		for (final String channel : channels) {
			final List<Path> same = files.getOrDefault(channel, List.of());
			if (same.isEmpty())
				return FolderImage.unusable(key, chosen,
					"It has no file of channel '" + channel + "'.");
			if (same.size() > 1) return FolderImage.unusable(key, chosen, several("image", same));
			chosen.add(same.get(0));
		}
		final List<Path> mask = masks.of(key);
		return mask.size() > 1 ? FolderImage.unusable(key, chosen, several("mask", mask))
			: new FolderImage(key, chosen, mask.stream().findFirst(), Optional.empty());
	}

	private static String several(final String what, final List<Path> files) {
		return "By their names, '" + name(files.get(0)) + "' and '" + name(files.get(1))
			+ "' are the same " + what + ". Make the pattern more exact.";
	}

	private static String name(final Path file) {
		return file.getFileName().toString();
	}

	private static String key(final Path root, final Path file, final FilePattern.Parts parts) {
		final StringBuilder key = new StringBuilder();
		for (final Path part : Optional.ofNullable(root.relativize(file).getParent())
			.orElse(Path.of("")))
			if (!part.toString().isEmpty()) key.append(part).append('/');
		return key + parts.image();
	}

	private McdUnetException nothing(final FolderScan scan, final Set<Path> masks) {
		final Map<String, Integer> endings = new TreeMap<>();
		for (final Path file : scan.files())
			if (!masks.contains(file))
				endings.merge(name(file).replaceFirst("^.*(?=\\.)", ""), 1, Integer::sum);
		final String there = endings.entrySet().stream().limit(8)
			.map(e -> e.getValue() + " x " + e.getKey()).collect(Collectors.joining(", "));
		return new McdUnetException("No image in '" + folder + "' is named like '" + pattern + "'. "
			+ (there.isEmpty() ? "There are no other files." : "There are: " + there + ".")
			+ " Choose another folder or pattern.");
	}
}
