package io.github.mcdunet.network.onednn;

import java.util.function.Supplier;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.javacpp.Pointer;

/** One oneDNN primitive with the memory it reads and writes: built once, run often. */
final class Op {

	private final Arena arena;
	private final primitive primitive;
	private final memory.desc scratch;
	private final IntMemoryMap arguments;

	/** @param primitive makes it from a description that oneDNN has accepted */
	Op(final Arena arena, final Supplier<primitive> primitive,
		final primitive_desc_base description) {
		this.arena = arena;
		this.primitive = arena.own(OneDnn.allocated(primitive));
		scratch = arena.own(description.scratchpad_desc());
		arguments = arena.own(new IntMemoryMap());
		arena.add(this, scratch.get_size());
	}

	Op with(final int argument, final memory memory) {
		arguments.put(argument, memory);
		return this;
	}

	Op with(final int argument, final OneDnnTensor tensor) {
		return with(argument, tensor.memory());
	}

	void scratch(final Pointer pad) {
		if (scratch.get_size() > 0)
			with(dnnl.DNNL_ARG_SCRATCHPAD,
				arena.own(OneDnn.allocated(() -> new memory(scratch, arena.cpu(), pad))));
	}

	void run() {
		primitive.execute(arena.stream(), arguments);
	}
}
