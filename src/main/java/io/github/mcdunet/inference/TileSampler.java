package io.github.mcdunet.inference;

/**
 * A segmentation function that can be asked for one Monte Carlo sample of one tile: all that the
 * maps need to know of a network. The samples of a tile are asked for one after another. Used by
 * one thread.
 */
public interface TileSampler extends AutoCloseable {

	/**
	 * Chooses the tile.
	 *
	 * @param pixels [C, H, W] row-major, normalised
	 * @param x0 position of its first pixel in the whole (padded) image
	 * @param y0 position of its first pixel in the whole (padded) image
	 */
	void tile(float[] pixels, int height, int width, long x0, long y0);

	/**
	 * @param t number of the sample, from 0
	 * @return logits of the tile, [planes, H, W] row-major; see
	 * {@link io.github.mcdunet.network.Outputs Outputs}
	 */
	float[] sample(int t);

	/** Gives back the memory that the tile holds; another tile may follow. */
	void release();

	@Override
	default void close() {
		release();
	}
}
