package io.github.mcdunet.network.engine;

/**
 * What a convolution does to its result before it is written: nothing, add what is there, ReLU, or
 * add a tensor and ReLU.
 */
public final class Fusion {

	private final boolean accumulate;
	private final Tensor addend;
	private final boolean relu;

	private Fusion(final boolean accumulate, final Tensor addend, final boolean relu) {
		this.accumulate = accumulate;
		this.addend = addend;
		this.relu = relu;
	}

	public static Fusion none() {
		return new Fusion(false, null, false);
	}

	/** dst += result. */
	public static Fusion accumulate() {
		return new Fusion(true, null, false);
	}

	/** dst = max(result, 0). */
	public static Fusion relu() {
		return new Fusion(false, null, true);
	}

	/** dst = max(result + addend, 0). */
	public static Fusion addRelu(final Tensor addend) {
		return new Fusion(false, addend, true);
	}

	/** Whether the result is added to what is in dst. */
	public boolean accumulates() {
		return accumulate;
	}

	/** The tensor to add, or null. */
	public Tensor addend() {
		return addend;
	}

	/** Whether negative values become 0 in the end. */
	public boolean rectifies() {
		return relu;
	}
}
