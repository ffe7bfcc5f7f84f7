package io.github.mcdunet.network.onednn;

import io.github.mcdunet.network.engine.Tensor;

import java.nio.FloatBuffer;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Feature maps in native memory as [N, H, W, C] (channels last), which is what oneDNN's kernels for
 * few channels are fastest with. Owned by an {@link Arena}.
 */
final class OneDnnTensor implements Tensor {

	private final int n;
	private final int c;
	private final int h;
	private final int w;
	private final memory data;
	private final FloatBuffer values;

	OneDnnTensor(final Arena arena, final int n, final int c, final int h, final int w) {
		this.n = n;
		this.c = c;
		this.h = h;
		this.w = w;
		final int length = Math.multiplyExact(Math.multiplyExact(n, c), Math.multiplyExact(h, w));
		data = arena.tensor(n, c, h, w);
		values = arena.own(new FloatPointer(data.get_data_handle())).capacity(length).asBuffer();
	}

	@Override
	public int n() {
		return n;
	}

	@Override
	public int c() {
		return c;
	}

	@Override
	public int h() {
		return h;
	}

	@Override
	public int w() {
		return w;
	}

	memory memory() {
		return data;
	}

	memory.desc desc() {
		return data.get_desc();
	}

	@Override
	public void setImage(final int i, final float[] pixels) {
		final int area = h * w;
		if (pixels.length != c * area)
			throw new IllegalArgumentException(
				pixels.length + " values for " + c + " x " + h + " x " + w);
		final float[] interleaved = new float[pixels.length];
		for (int k = 0; k < c; k++)
			for (int p = 0; p < area; p++)
				interleaved[p * c + k] = pixels[k * area + p];
		values.duplicate().position(i * c * area).put(interleaved);
	}

	@Override
	public float[] getImage(final int i) {
		final int area = h * w;
		final float[] interleaved = new float[c * area];
		values.duplicate().position(i * c * area).get(interleaved);
		final float[] pixels = new float[interleaved.length];
		for (int k = 0; k < c; k++)
			for (int p = 0; p < area; p++)
				pixels[k * area + p] = interleaved[p * c + k];
		return pixels;
	}

	@Override
	public void setRow(final int i, final int y, final float[] row) {
		values.duplicate().position((i * h + y) * w * c).put(row, 0, w * c);
	}
}
