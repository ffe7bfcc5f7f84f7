package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Padding;
import io.github.mcdunet.inference.SampleMasks;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Engines;
import io.github.mcdunet.network.InferenceGraph;

import java.util.Locale;

/** How much memory a prediction will take, said before it begins, and refused where the maps cannot fit. Immutable. */
public final class PredictionMemory {

	/** In Java, per pixel of a tile beside its channels: three running sums, and two copies of the logits. */
	private static final int TILE_BYTES = 3 * Double.BYTES + 2 * Float.BYTES;

	private final int width;
	private final int height;
	private final int images;
	private final double network;
	private final double maps;

	/**
	 * @param tile side of a tile without its halo, in pixels
	 * @param kinds number of maps of an image
	 * @param sampleMasks how many samples' masks are kept for the image at work, 0 for none
	 * @param images whose maps are in memory in the end
	 */
	PredictionMemory(final Architecture a, final int tile, final int width, final int height, final int kinds,
		final int sampleMasks, final int images) {
		this.width = width;
		this.height = height;
		this.images = images;
		final Padding padding = Padding.toMultiple(width, height, a.alignment());
		final double largest = tile + 2.0 * a.receptiveRadius() + 3.0 * a.alignment();
		final double pixels = Math.min(padding.paddedWidth(), largest)
			* Math.min(padding.paddedHeight(), largest);
		network = pixels * InferenceGraph.bytesPerPixel(a);
		maps = (double) width * height * images * (kinds * Float.BYTES + 1)
			+ (sampleMasks == 0 ? 0 : SampleMasks.bytes(width, height, sampleMasks))
			+ pixels * (2.0 * Float.BYTES * a.channels() + TILE_BYTES);
	}

	/** Bytes of the network while it computes a tile. */
	public double network() {
		return network;
	}

	/** Bytes in Java's memory: the maps of all images, and what is worked with. */
	public double maps() {
		return maps;
	}

	/**
	 * @return a sentence for the log, with the figures and what is free
	 * @throws McdUnetException if the maps need more than Java may ever have
	 */
	public String check() {
		final Runtime java = Runtime.getRuntime();
		return check(Engines.library().isPresent() ? Engines.availableMemory() : -1,
			java.maxMemory() - java.totalMemory() + java.freeMemory(), java.maxMemory());
	}

	/**
	 * @param free bytes for the network, or -1 if it is in Java's memory too
	 * @param left bytes that Java has at least left; @param most bytes that it may have
	 */
	String check(final double free, final double left, final double most) {
		final double java = free < 0 ? maps + network : maps;
		if (java > most)
			throw new McdUnetException("Predicting " + (images == 1 ? "an image" : images + " images")
				+ " of "
				+ width + " x " + height + " pixels needs about " + size(java)
				+ " of Java's memory, but it may have " + size(most) + " only. Give Fiji more memory (Edit > "
				+ "Options > Memory & Threads), ask for fewer maps, or cut the images into parts.");
		return "The prediction needs about " + size(network) + " of memory for the network"
			+ (free < 0 ? "" : " (" + size(free) + " are free)") + " and " + size(maps)
			+ " for the maps (Java has "
			+ size(left) + " left)." + advice(free, java > left);
	}

	private String advice(final double free, final boolean scarce) {
		if (scarce)
			return " That may not be enough: close images that are not needed, or give Fiji more memory "
				+ "(Edit > Options > Memory & Threads).";
		return free >= 0 && network > free
			? " The network does not fit as a whole; smaller tiles are taken, which takes longer."
			: "";
	}

	private static String size(final double bytes) {
		return bytes < 1e9
			? Math.round(bytes / 1e6) + " MB"
			: String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
	}
}
