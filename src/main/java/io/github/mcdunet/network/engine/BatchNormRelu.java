package io.github.mcdunet.network.engine;

/**
 * Batch normalisation with the batch's own statistics, then ReLU, in one layer, for training: y =
 * max(0, gamma (x - mean) / sqrt(variance + epsilon) + beta), mean and (biased) variance over N, H
 * and W (Ioffe and Szegedy 2015, arXiv:1502.03167).
 */
public interface BatchNormRelu {

	/** [C] each. */
	void set(float[] gamma, float[] beta);

	/** x -&gt; y, and the statistics. */
	void forward();

	/** diffY -&gt; diffX and the gradients by gamma and beta. */
	void backward();

	/** Reads the gradients of the last backward pass, [C] each. */
	void gradient(float[] dGamma, float[] dBeta);

	/** Reads the statistics of the last forward pass, [C] each. */
	void statistics(float[] mean, float[] variance);
}
