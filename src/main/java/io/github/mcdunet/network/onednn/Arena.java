package io.github.mcdunet.network.onednn;

import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.TensorMemory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Owns what one graph has in native memory, and frees it all at once. Its operations share one
 * scratch pad, so a graph must be run by one thread at a time (any thread); different graphs may
 * run at the same time.
 */
final class Arena implements AutoCloseable {

	private final engine cpu;
	private final stream stream;
	private final Deque<Pointer> owned = new ArrayDeque<>();
	private final List<Op> ops = new ArrayList<>();
	private final TensorMemory tensors;
	private long scratchBytes;

	/** @param tensors where the tensors lie, closed with the arena; null for oneDNN's own memory */
	Arena(final TensorMemory tensors) {
		this.tensors = tensors;
		try {
			cpu = OneDnn.get().cpu();
			stream = own(new stream(cpu));
		}
		catch (final RuntimeException | Error e) {
			close();
			throw e;
		}
	}

	engine cpu() {
		return cpu;
	}

	stream stream() {
		return stream;
	}

	<P extends Pointer> P own(final P pointer) {
		owned.push(pointer);
		return pointer;
	}

	/** @throws OutOfMemoryError if there is no such memory */
	memory memory(final memory.desc desc) {
		return own(OneDnn.allocated(() -> new memory(desc, cpu)));
	}

	/**
	 * Memory of a tensor [N, C, H, W], channels last.
	 *
	 * @throws OutOfMemoryError if there is no such memory
	 */
	memory tensor(final int n, final int c, final int h, final int w) {
		final memory.desc desc = floats(memory.format_tag.nhwc, n, c, h, w);
		if (tensors == null) return memory(desc);
		final Pointer place = own(new FloatPointer(tensors.allocate(n, h, w, c)));
		return own(OneDnn.allocated(() -> new memory(desc, cpu, place)));
	}

	static memory.desc floats(final memory.format_tag format, final long... shape) {
		return new memory.desc(shape, memory.data_type.f32, format);
	}

	/**
	 * Attributes for every primitive of this arena: the scratch pad is ours, because the library's
	 * own is bound to one thread.
	 */
	static primitive_attr attributes() {
		final primitive_attr attributes = new primitive_attr();
		attributes.set_scratchpad_mode(dnnl.dnnl_scratchpad_mode_user);
		return attributes;
	}

	/** The same for a convolution that does more in the same pass. */
	static primitive_attr attributes(final Fusion fusion) {
		final primitive_attr attributes = attributes();
		try (post_ops ops = new post_ops()) {
			if (fusion.addend() != null)
				ops.append_binary(dnnl.dnnl_binary_add, ((OneDnnTensor) fusion.addend()).desc());
			if (fusion.accumulates()) ops.append_sum();
			if (fusion.rectifies()) ops.append_eltwise(dnnl.dnnl_eltwise_relu, 0, 0);
			attributes.set_post_ops(ops);
		}
		return attributes;
	}

	void add(final Op op, final long scratch) {
		ops.add(op);
		scratchBytes = Math.max(scratchBytes, scratch);
	}

	/** Gives every operation the common scratch pad. Called once, when the graph is built. */
	void allocateScratch() {
		final memory scratch = memory(new memory.desc(new long[]{ Math.max(1, scratchBytes) },
			memory.data_type.u8, memory.format_tag.a));
		for (final Op op : ops)
			op.scratch(scratch.get_data_handle());
	}

	@Override
	public void close() {
		while (!owned.isEmpty())
			owned.pop().close();
		if (tensors != null) tensors.close();
	}
}
