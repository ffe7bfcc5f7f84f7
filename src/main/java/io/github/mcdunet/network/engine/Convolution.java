package io.github.mcdunet.network.engine;

/**
 * A layer with weights [O, I, 3, 3] (or 1 x 1) and perhaps a bias [O]. Tensors are bound when it is
 * built.
 */
public interface Convolution {

	/**
	 * Makes it trainable.
	 *
	 * @param diffDst the loss's gradient by dst, read by {@link #backward()}
	 * @param diffSrc where to write the gradient by src, or null if nobody needs it
	 * @param withBias whether the gradient by the bias is wanted
	 */
	void prepareBackward(Tensor diffDst, Tensor diffSrc, boolean withBias);

	/**
	 * @param weights [O, I, K, K] row-major
	 * @param bias [O]; not read if the layer has none
	 */
	void set(float[] weights, float[] bias);

	/** src -&gt; dst. */
	void forward();

	/** diffDst -&gt; diffSrc and the gradients by weights and bias. */
	void backward();

	/** Reads the gradients of the last {@link #backward()}; the bias's only if it was wanted. */
	void gradient(float[] weights, float[] bias);
}
