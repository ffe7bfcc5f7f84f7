package io.github.mcdunet.imagej.tiff;

/** Floating-point numbers of 16 bits (IEEE 754 binary16), which Java 17 cannot convert. */
final class HalfFloat {

	private static final int FRACTION_BITS = 10, FRACTION = 0x3ff, EXPONENT = 0x1f, BIAS = 15;

	private HalfFloat() {
	}

	/** @param bits sign, 5 bits of exponent, 10 bits of fraction */
	static float value(final short bits) {
		final int exponent = bits >> FRACTION_BITS & EXPONENT, fraction = bits & FRACTION;
		final float size = exponent == EXPONENT
			? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
			: exponent == 0 ? Math.scalb((float) fraction, 1 - BIAS - FRACTION_BITS)
				: Math.scalb((float) (fraction + FRACTION + 1), exponent - BIAS - FRACTION_BITS);
		return bits < 0 ? -size : size;
	}
}
