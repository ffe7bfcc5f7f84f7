package io.github.mcdunet.network.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;

import io.github.mcdunet.network.engine.Fusion;

import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** A {@link Fusion} as oneDNN understands it. */
final class PostOps {

	private PostOps() {
	}

	static primitive_attr of(final Fusion fusion) {
		final primitive_attr attributes = Arena.attributes();
		try (post_ops ops = new post_ops()) {
			if (fusion.addend() != null)
				ops.append_binary(dnnl_binary_add, ((OneDnnTensor) fusion.addend()).desc());
			if (fusion.accumulates()) ops.append_sum();
			if (fusion.rectifies()) ops.append_eltwise(dnnl_eltwise_relu, 0, 0);
			attributes.set_post_ops(ops);
		}
		return attributes;
	}
}
