package io.github.mcdunet.forecast;

import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.InferenceGraph;
import io.github.mcdunet.network.UNetModel;

import java.util.Arrays;
import java.util.Collection;

/** How large tiles may be when several networks are in memory at once. */
public final class TileSize {

	/** Sides of tiles without their halo to choose from; larger ones gain little. */
	private static final int[] TILES = { 768, 512, 384, 256 };

	private TileSize() {
	}

	/**
	 * The largest tile for which all networks together take at most half of the memory there is.
	 */
	public static int of(final Collection<UNetModel> networks) {
		final double bytes = networks.stream()
			.mapToDouble(m -> InferenceGraph.bytesPerPixel(m.architecture())).sum();
		final int radius = networks.stream().mapToInt(m -> m.architecture().receptiveRadius()).max()
			.orElse(0);
		final double pixels = Engines.availableMemory() / 2 / bytes;
		return Arrays.stream(TILES).filter(side -> Math.pow(side + 2 * radius, 2) <= pixels)
			.findFirst().orElse(TILES[TILES.length - 1]);
	}
}
