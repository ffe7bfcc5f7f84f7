package io.github.mcdunet.network.engine;

import java.nio.FloatBuffer;

/**
 * Where an engine's tensors lie, if not in memory of the engine's own: arrays of another library,
 * which sees every value without a copy. Belongs to one engine, which closes it.
 */
public interface TensorMemory extends AutoCloseable {

	/**
	 * Memory outside of Java's heap for a tensor that lies as [N, H, W, C], row-major; its values
	 * are undefined.
	 *
	 * @return a direct buffer of n h w c values, valid until {@link #close()}
	 * @throws OutOfMemoryError if there is no such memory
	 */
	FloatBuffer allocate(int n, int h, int w, int c);

	/** Gives all of it back; nothing computes any more. */
	@Override
	void close();
}
