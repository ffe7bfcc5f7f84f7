package io.github.mcdunet.network.engine;

/**
 * What a convolution does to its result before it is written: nothing, add what is there, ReLU, or
 * add a tensor and ReLU.
 *
 * @param accumulates whether the result is added to what is in dst
 * @param addend the tensor to add, or null
 * @param rectifies whether negative values become 0 in the end
 */
public record Fusion(boolean accumulates, Tensor addend, boolean rectifies) {

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
}
