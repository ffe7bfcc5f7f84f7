package io.github.mcdunet.folder;

import io.github.mcdunet.io.MemoryBudget;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.file.ImageHeader;
import io.github.mcdunet.imagej.result.ResultFiles;
import io.github.mcdunet.io.NumberText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How much results may take on a disk and in memory. */
public final class Capacity {

	/** What the system, the tables and the outlines may need besides. */
	private static final double USABLE = 0.98;

	private final Path folder;
	private final LongSupplier free;
	private final long memory;

	/**
	 * @param folder for the results
	 * @param free bytes on its disk
	 * @param memory bytes that the program may use
	 */
	Capacity(final Path folder, final LongSupplier free, final long memory) {
		this.folder = folder;
		this.free = free;
		this.memory = memory;
	}

	/** Of the folder's disk and of this program. */
	public static Capacity of(final Path folder) {
		return new Capacity(folder, () -> {
			try {
				return Files.getFileStore(folder).getUsableSpace();
			}
			catch (final IOException e) {
				throw new McdUnetException(
					"The folder '" + folder + "' cannot be reached (" + e + ").", e);
			}
		}, MemoryBudget.limit());
	}

	/** Why the image cannot be predicted here, in a sentence with the figures; empty if it can. */
	Optional<String> refusal(final ImageHeader image, final FolderModel model) {
		final String size = "It has " + image.images() + " x " + image.width() + " x "
			+ image.height() + " pixels";
		final long need = ResultFiles.bytesInMemory(image, model.options(), model.outputs(),
			model.keptSamples());
		if (need > memory * USABLE)
			return Optional.of(size + " and needs at least " + NumberText.bytes(need)
				+ " of memory, but there are " + NumberText.bytes(memory) + ". "
				+ MemoryBudget.remedy("cut the image into parts"));
		final long disk = ResultFiles.bytesOnDisk(image, model.options()), here = free.getAsLong();
		if (disk > here * USABLE)
			return Optional.of(size + " and its results need " + NumberText.bytes(disk)
				+ " on disk, but only " + NumberText.bytes(here) + " are free in '" + folder
				+ "'. Make room, or choose another folder for the results.");
		return Optional.empty();
	}

	/**
	 * @param bytes that the results of all images need
	 * @throws McdUnetException if they do not fit on the disk, with the figures
	 */
	void checkAll(final long bytes, final int images) {
		final long here = free.getAsLong();
		if (bytes > here * USABLE)
			throw new McdUnetException("The results of the " + images + " images need "
				+ NumberText.bytes(bytes) + " on disk, but only " + NumberText.bytes(here)
				+ " are free in '" + folder
				+ "'. Make room, choose another folder for the results, or predict fewer images. Nothing was predicted.");
	}
}
