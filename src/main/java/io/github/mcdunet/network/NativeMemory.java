package io.github.mcdunet.network;

import org.bytedeco.javacpp.Pointer;

/** How much memory outside of Java's heap there is for networks, and how much a network takes. */
public final class NativeMemory {

	private NativeMemory() {
	}

	/** Bytes that can still be allocated: what the computer has available, or less where JavaCPP's own limits are lower. */
	public static long available() {
		final long physical = Pointer.availablePhysicalBytes();
		final long limit = Pointer.maxPhysicalBytes() > 0
			? Pointer.maxPhysicalBytes() - Pointer.physicalBytes()
			: Long.MAX_VALUE;
		final long own = Pointer.maxBytes() > 0 ? Pointer.maxBytes() - Pointer.totalBytes() : Long.MAX_VALUE;
		return Math.max(0, Math.min(physical, Math.min(limit, own)));
	}

	/** About how many bytes an {@link InferenceGraph} takes per pixel of its image. */
	public static double inferenceBytesPerPixel(final Architecture a) {
		double floats = a.channels() + 1;
		for (int level = 0; level <= a.depth(); level++) {
			// both convolutions of the encoder, what is dropped out and pooled, and of the decoder both and the skip half
			final int tensors = level == a.depth() ? 3 : 7;
			floats += tensors * a.filters(level) / Math.pow(4, level);
		}
		return 4 * floats;
	}
}
