package io.github.mcdunet.network.onednn;

import java.nio.FloatBuffer;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * One value per channel in native memory: a bias, or batch norm's scale, shift, mean or variance.
 */
final class PerChannel {

	private final memory data;
	private final FloatBuffer values;

	PerChannel(final Arena arena, final int channels) {
		data = arena.memory(desc(channels));
		values = arena.own(new FloatPointer(data.get_data_handle())).capacity(channels).asBuffer();
	}

	static memory.desc desc(final int channels) {
		return Arena.floats(org.bytedeco.dnnl.memory.format_tag.a, channels);
	}

	memory memory() {
		return data;
	}

	void set(final float[] v) {
		values.duplicate().put(v);
	}

	void get(final float[] v) {
		values.duplicate().get(v);
	}
}
