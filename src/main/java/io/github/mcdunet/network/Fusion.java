package io.github.mcdunet.network;

import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;

import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** What a convolution does to its result before it is written: nothing, add what is there, ReLU, or add a tensor and ReLU. */
final class Fusion {

	private final boolean accumulate;
	private final Tensor addend;
	private final boolean relu;

	private Fusion(final boolean accumulate, final Tensor addend, final boolean relu) {
		this.accumulate = accumulate;
		this.addend = addend;
		this.relu = relu;
	}

	static Fusion none() {
		return new Fusion(false, null, false);
	}

	/** dst += result. */
	static Fusion accumulate() {
		return new Fusion(true, null, false);
	}

	/** dst = max(result, 0). */
	static Fusion relu() {
		return new Fusion(false, null, true);
	}

	/** dst = max(result + addend, 0). */
	static Fusion addRelu(final Tensor addend) {
		return new Fusion(false, addend, true);
	}

	/** The tensor to add, or null. */
	Tensor addend() {
		return addend;
	}

	primitive_attr attributes() {
		final primitive_attr attributes = Arena.attributes();
		try (post_ops ops = new post_ops()) {
			if (addend != null) ops.append_binary(dnnl_binary_add, addend.desc());
			if (accumulate) ops.append_sum();
			if (relu) ops.append_eltwise(dnnl_eltwise_relu, 0, 0);
			attributes.set_post_ops(ops);
		}
		return attributes;
	}
}
