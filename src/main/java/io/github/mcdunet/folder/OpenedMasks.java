package io.github.mcdunet.folder;

import ij.ImagePlus;

import io.github.mcdunet.io.MemoryBudget;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The true masks of a folder, read once: those that were looked at are kept until their image's
 * turn comes, as far as there is memory.
 */
final class OpenedMasks {

	/** Of all that Java may take. */
	private static final int SHARE = 8;

	private final Map<String, ImagePlus> kept = new HashMap<>();
	private long room;

	OpenedMasks() {
		this(MemoryBudget.limit() / SHARE);
	}

	/** @param room for the masks that are kept, in bytes */
	OpenedMasks(final long room) {
		this.room = room;
	}

	/** Opens the masks of an image for a look; empty if it has none. */
	Optional<ImagePlus> look(final FolderImage image) {
		final Optional<ImagePlus> opened = image.openMask();
		opened.filter(masks -> bytes(masks) <= room).ifPresent(masks -> {
			room -= bytes(masks);
			kept.put(image.key(), masks);
		});
		return opened;
	}

	/** The masks of an image, which are asked for once; empty if it has none. */
	Optional<ImagePlus> take(final FolderImage image) {
		final ImagePlus masks = kept.remove(image.key());
		if (masks == null) return image.openMask();
		room += bytes(masks);
		return Optional.of(masks);
	}

	/** Nobody will ask for the masks of this image. */
	void forget(final FolderImage image) {
		final ImagePlus masks = kept.remove(image.key());
		if (masks != null) room += bytes(masks);
	}

	private static long bytes(final ImagePlus masks) {
		return (long) masks.getWidth() * masks.getHeight() * masks.getStackSize()
			* masks.getBytesPerPixel();
	}
}
