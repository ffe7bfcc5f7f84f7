package io.github.mcdunet.network.onednn;

import java.nio.FloatBuffer;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Convolution weights in two forms: plain [O, I, K, K], which Java reads and writes, and the
 * blocked form that a kernel prefers.
 */
final class Weights {

	private final memory plain;
	private final FloatBuffer values;
	private final memory blocked;
	private final Op toBlocked;
	private final Op toPlain;

	Weights(final Arena arena, final memory.desc preferred, final int out, final int in,
		final int kernel) {
		plain = arena.memory(Arena.floats(memory.format_tag.oihw, out, in, kernel, kernel));
		values = arena.own(new FloatPointer(plain.get_data_handle()))
			.capacity((long) out * in * kernel * kernel).asBuffer();
		blocked = arena.memory(preferred);
		toBlocked = reorder(arena, plain, blocked);
		toPlain = reorder(arena, blocked, plain);
	}

	private static Op reorder(final Arena arena, final memory from, final memory to) {
		final reorder.primitive_desc d = arena
			.own(new reorder.primitive_desc(from, to, Arena.attributes(), false));
		return new Op(arena, () -> new reorder(d), d)
			.with(org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM, from)
			.with(org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO, to);
	}

	/** What the kernel reads or writes. */
	memory blocked() {
		return blocked;
	}

	/** @param weights [O, I, K, K] row-major */
	void set(final float[] weights) {
		values.duplicate().put(weights);
		toBlocked.run();
	}

	/** @param weights [O, I, K, K] row-major */
	void get(final float[] weights) {
		toPlain.run();
		values.duplicate().get(weights);
	}
}
