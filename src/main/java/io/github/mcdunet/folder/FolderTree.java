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
import java.util.Collection;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a folder and its sub-folders, but hidden ones. An unreadable sub-folder does not
 * keep the others from being read.
 */
final class FolderTree {

	private final SortedSet<Path> files = new TreeSet<>();
	private final SortedMap<Path, String> unreadable = new TreeMap<>();

	/**
	 * @param except folders that are left out
	 * @throws McdUnetException if the folder itself cannot be read
	 */
	FolderTree(final Path folder, final Collection<Path> except) {
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
			throw new McdUnetException("The folder '" + folder + "' cannot be read ("
				+ unreadable.get(folder) + "). Ask its owner for access.");
	}

	/** In the order of their names. */
	SortedSet<Path> files() {
		return files;
	}

	/** Files and sub-folders that could not be looked at, with the reason. */
	SortedMap<Path, String> unreadable() {
		return unreadable;
	}

	private final class Visitor extends SimpleFileVisitor<Path> {

		private final Path root;
		private final Collection<Path> except;

		Visitor(final Path root, final Collection<Path> except) {
			this.root = root;
			this.except = except;
		}

		@Override
		public FileVisitResult preVisitDirectory(final Path folder,
			final BasicFileAttributes attributes) {
			final boolean out = !folder.equals(root)
				&& (isHidden(folder) || except.contains(folder));
			return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
			if (attributes.isRegularFile() && !isHidden(file)) files.add(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(final Path file, final IOException e) {
			// NB: a link to a folder above leads to files that are found anyway.
			if (!(e instanceof FileSystemLoopException)) unreadable.put(file, String.valueOf(e));
			return FileVisitResult.CONTINUE;
		}

		/** NB: macOS puts "._name.tif" beside "name.tif" on drives of others; that is no image. */
		private boolean isHidden(final Path path) {
			return path.getFileName().toString().startsWith(".");
		}
	}
}
