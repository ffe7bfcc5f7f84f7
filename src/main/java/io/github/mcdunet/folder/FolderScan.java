package io.github.mcdunet.folder;

import io.github.mcdunet.McdUnetException;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a folder and its sub-folders, in {@link NaturalOrder}: what the import and the
 * prediction of a folder see. Links are followed. Left out are hidden files and folders, and those
 * that an operating system makes for itself. An unreadable sub-folder does not keep the others from
 * being read.
 */
final class FolderScan {

	/** In lower case; what macOS makes beside ("._name.tif", ".DS_Store") is hidden anyway. */
	private static final Set<String> SYSTEM = Set.of("thumbs.db", "ehthumbs.db", "desktop.ini",
		"__macosx", "$recycle.bin", "system volume information", "@eadir");

	private static final Comparator<Path> ORDER = Comparator.comparing(Path::toString,
		NaturalOrder.INSTANCE);

	private final SortedSet<Path> files = new TreeSet<>(ORDER);
	private final SortedMap<Path, String> unreadable = new TreeMap<>(ORDER);

	/**
	 * @param except folders that are left out
	 * @throws McdUnetException if the folder itself cannot be read
	 */
	FolderScan(final Path folder, final Set<Path> except) {
		if (!Files.isDirectory(folder))
			throw new McdUnetException(
				"The folder '" + folder + "' does not exist. Choose another.");
		try {
			Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE,
				new Visitor(folder, except));
		}
		catch (final IOException e) {
			throw new McdUnetException("The folder '" + folder + "' cannot be read (" + e + ").",
				e);
		}
		if (unreadable.containsKey(folder))
			throw new McdUnetException("The folder '" + folder + "': " + unreadable.get(folder));
	}

	SortedSet<Path> files() {
		return files;
	}

	/** Files and sub-folders that could not be looked at, with a sentence that says why. */
	SortedMap<Path, String> unreadable() {
		return unreadable;
	}

	private final class Visitor extends SimpleFileVisitor<Path> {

		private final Path root;
		private final Set<Path> except;

		Visitor(final Path root, final Set<Path> except) {
			this.root = root;
			this.except = except;
		}

		@Override
		public FileVisitResult preVisitDirectory(final Path folder,
			final BasicFileAttributes attributes) throws IOException {
			final boolean out = !folder.equals(root)
				&& (isOfTheSystem(folder) || except.contains(folder));
			return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes)
			throws IOException {
			if (attributes.isRegularFile() && !isOfTheSystem(file)) files.add(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(final Path file, final IOException e) {
			// NB: a link to a folder above leads to files that are found anyway.
			if (!(e instanceof FileSystemLoopException) && !isNameOfTheSystem(file))
				unreadable.put(file, "It cannot be read (" + e + "). Ask its owner for access.");
			return FileVisitResult.CONTINUE;
		}
	}

	private static boolean isOfTheSystem(final Path path) throws IOException {
		return isNameOfTheSystem(path) || Files.isHidden(path);
	}

	private static boolean isNameOfTheSystem(final Path path) {
		final String name = path.getFileName().toString();
		return name.startsWith(".") || SYSTEM.contains(name.toLowerCase(Locale.ROOT));
	}
}
