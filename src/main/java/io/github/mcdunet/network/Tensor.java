package io.github.mcdunet.network;

import java.nio.FloatBuffer;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A batch of feature maps in native memory: logically [N, C, H, W], in memory [N, H, W, C] (channels last), which is what oneDNN's
 * kernels for few channels are fastest with. Owned by an {@link Arena}.
 */
final class Tensor {

	private final int n;
	private final int c;
	private final int h;
	private final int w;
	private final memory data;
	private final FloatBuffer values;

	Tensor(final Arena arena, final int n, final int c, final int h, final int w) {
		this.n = n;
		this.c = c;
		this.h = h;
		this.w = w;
		final int length = Math.multiplyExact(Math.multiplyExact(n, c), Math.multiplyExact(h, w));
		data = arena.memory(Arena.floats(memory.format_tag.nhwc, n, c, h, w));
		values = arena.own(new FloatPointer(data.get_data_handle())).capacity(length).asBuffer();
	}

	int n() {
		return n;
	}

	int c() {
		return c;
	}

	int h() {
		return h;
	}

	int w() {
		return w;
	}

	/** Number of values, N * C * H * W. */
	int length() {
		return n * c * h * w;
	}

	memory memory() {
		return data;
	}

	memory.desc desc() {
		return data.get_desc();
	}

	/** The values in memory order [N, H, W, C]; the position is not used, so that threads may share it. */
	FloatBuffer values() {
		return values;
	}

	/** Sets image i from [C, H, W] row-major. */
	void setImage(final int i, final float[] pixels) {
		final int area = h * w;
		if (pixels.length != c * area)
			throw new IllegalArgumentException(pixels.length + " values for " + c + " x " + h + " x " + w);
		final float[] interleaved = new float[pixels.length];
		for (int k = 0; k < c; k++)
			for (int p = 0; p < area; p++)
				interleaved[p * c + k] = pixels[k * area + p];
		values.duplicate().position(i * c * area).put(interleaved);
	}

	/** Image i as [C, H, W] row-major. */
	float[] getImage(final int i) {
		final int area = h * w;
		final float[] interleaved = new float[c * area];
		values.duplicate().position(i * c * area).get(interleaved);
		final float[] pixels = new float[interleaved.length];
		for (int k = 0; k < c; k++)
			for (int p = 0; p < area; p++)
				pixels[k * area + p] = interleaved[p * c + k];
		return pixels;
	}
}
