package io.github.mcdunet.inference;

/**
 * Cuts one axis into tiles whose cores cover it without overlap and whose halos (context on either side, cut off at the borders) are
 * aligned. Where the halo covers the network's receptive field, the cores together equal the result of the whole.
 */
final class Tiling {

	private final int length;
	private final int core;
	private final int halo;

	/** @param length, core, halo multiples of the network's alignment, core above 0 */
	Tiling(final int length, final int core, final int halo) {
		this.length = length;
		this.core = Math.min(core, length);
		this.halo = halo;
	}

	/** Number of tiles. */
	int count() {
		return (length + core - 1) / core;
	}

	int coreStart(final int tile) {
		return tile * core;
	}

	int coreEnd(final int tile) {
		return Math.min(length, (tile + 1) * core);
	}

	/** First position of the tile with its halo. */
	int start(final int tile) {
		return Math.max(0, coreStart(tile) - halo);
	}

	/** End (exclusive) of the tile with its halo. */
	int end(final int tile) {
		return Math.min(length, coreEnd(tile) + halo);
	}
}
