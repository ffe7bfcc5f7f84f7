package io.github.mcdunet.network.portable;

import io.github.mcdunet.network.engine.MaxPool;

/** Maximum over 2 x 2 pixels; of equal values the first, row by row, is the maximum. */
final class PortableMaxPool implements MaxPool {

	private final PlaneTensor src;
	private final PlaneTensor dst;
	private final PlaneTensor diffDst;
	private final PlaneTensor diffSrc;
	private final byte[][] positions;

	/**
	 * @param diffDst null for inference
	 * @param diffSrc null for inference
	 */
	PortableMaxPool(final PlaneTensor src, final PlaneTensor dst, final PlaneTensor diffDst,
		final PlaneTensor diffSrc) {
		this.src = src;
		this.dst = dst;
		this.diffDst = diffDst;
		this.diffSrc = diffSrc;
		positions = new byte[diffDst == null ? 0 : dst.planes().length][dst.h() * dst.w()];
	}

	@Override
	public void forward() {
		Tasks.run(dst.planes().length, k -> {
			if (diffDst == null) largest(src.planes()[k], dst.planes()[k]);
			else
				largest(src.planes()[k], dst.planes()[k], positions[k]);
		});
	}

	private void largest(final float[] from, final float[] to) {
		for (int y = 0; y < dst.h(); y++) {
			final int upper = src.row(2 * y), lower = src.row(2 * y + 1), target = dst.row(y);
			for (int x = 0; x < dst.w(); x++)
				to[target + x] = Math.max(Math.max(from[upper + 2 * x], from[upper + 2 * x + 1]),
					Math.max(from[lower + 2 * x], from[lower + 2 * x + 1]));
		}
	}

	private void largest(final float[] from, final float[] to, final byte[] position) {
		for (int y = 0; y < dst.h(); y++) {
			final int upper = src.row(2 * y), lower = src.row(2 * y + 1), target = dst.row(y);
			for (int x = 0; x < dst.w(); x++) {
				final float a = from[upper + 2 * x], b = from[upper + 2 * x + 1],
					c = from[lower + 2 * x], d = from[lower + 2 * x + 1];
				final float top = Math.max(a, b), all = Math.max(top, Math.max(c, d));
				to[target + x] = all;
				position[y * dst.w() + x] = (byte) (all == a ? 0 : all == b ? 1 : all == c ? 2 : 3);
			}
		}
	}

	@Override
	public void backward() {
		Tasks.run(dst.planes().length,
			k -> spread(diffDst.planes()[k], positions[k], diffSrc.planes()[k]));
	}

	private void spread(final float[] from, final byte[] position, final float[] to) {
		for (int y = 0; y < dst.h(); y++) {
			final int upper = src.row(2 * y), lower = src.row(2 * y + 1), source = dst.row(y);
			for (int x = 0; x < dst.w(); x++) {
				final int p = position[y * dst.w() + x];
				final float d = from[source + x];
				to[upper + 2 * x] = p == 0 ? d : 0;
				to[upper + 2 * x + 1] = p == 1 ? d : 0;
				to[lower + 2 * x] = p == 2 ? d : 0;
				to[lower + 2 * x + 1] = p == 3 ? d : 0;
			}
		}
	}
}
