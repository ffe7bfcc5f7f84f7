package io.github.mcdunet.network.engine;

/**
 * A batch of feature maps, logically [N, C, H, W]; how it lies in memory is the engine's business,
 * which owns it.
 */
public interface Tensor {

	int n();

	int c();

	int h();

	int w();

	/** Sets image i from [C, H, W] row-major. */
	void setImage(int i, float[] pixels);

	/** Image i as [C, H, W] row-major. */
	float[] getImage(int i);

	/** Sets row y of image i from [W, C]. Threads may set different rows at the same time. */
	void setRow(int i, int y, float[] values);
}
