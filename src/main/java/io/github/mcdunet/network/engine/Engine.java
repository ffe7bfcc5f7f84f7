package io.github.mcdunet.network.engine;

/**
 * Makes the tensors and layers of one graph, owns their memory and frees it all at once. The
 * operations share scratch memory, so a graph must be run by one thread at a time (any thread);
 * different graphs may run at the same time. Layers are bound to their tensors when they are made.
 * The same work on the same values gives the same bits.
 */
public interface Engine extends AutoCloseable {

	/** A tensor [N, C, H, W]; its values are undefined until they are written. */
	Tensor tensor(int n, int c, int h, int w);

	/** A tensor of the same shape. */
	default Tensor like(final Tensor t) {
		return tensor(t.n(), t.c(), t.h(), t.w());
	}

	/**
	 * A convolution of stride 1 that keeps the size ("same", zero padding). It stands for Keras's
	 * stride-1 transposed convolution too: that one is a convolution with its kernel flipped, with
	 * the same initial distribution. src [N, I, H, W] -&gt; dst [N, O, H, W]; weights [O, I, K, K].
	 *
	 * @param kernel K, 3 or 1
	 * @param biased whether a bias is added
	 * @param fusion what else happens to dst in the same pass
	 */
	Convolution convolution(Tensor src, Tensor dst, int kernel, boolean biased, Fusion fusion);

	/**
	 * A 3 x 3 "same" convolution of a tensor that was up-sampled 2x by nearest neighbour, without
	 * ever making the large tensor (see {@link UpKernel}). src [N, I, H, W] -&gt; dst [N, O, 2H,
	 * 2W]; weights [O, I, 3, 3]; no bias.
	 */
	Convolution upConvolution(Tensor src, Tensor dst, Fusion fusion);

	/**
	 * @param x input, y output of the same shape
	 * @param diffY the loss's gradient by y
	 * @param diffX where to write the gradient by x; may be diffY
	 */
	BatchNormRelu batchNormRelu(Tensor x, Tensor y, Tensor diffY, Tensor diffX, double epsilon);

	/**
	 * Maximum over 2 x 2 pixels, stride 2, for inference: src [N, C, H, W] -&gt; dst [N, C, H / 2,
	 * W / 2], H and W even.
	 */
	Runnable maxPool(Tensor src, Tensor dst);

	/** Maximum over 2 x 2 pixels for training: the gradient goes where the maximum was. */
	MaxPool maxPool(Tensor src, Tensor dst, Tensor diffDst, Tensor diffSrc);

	/** dst = a + b; dst may be a or b. */
	Runnable sum(Tensor a, Tensor b, Tensor dst);

	/** dst = a * b, value by value; dst may be a or b. */
	Runnable product(Tensor a, Tensor b, Tensor dst);

	/** Called once, when everything has been made and before anything runs. */
	void complete();

	@Override
	void close();
}
