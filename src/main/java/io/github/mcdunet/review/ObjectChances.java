package io.github.mcdunet.review;

/**
 * How often the samples of a prediction see something else than an object of the mask; NaN where
 * that is not known.
 *
 * @param split share of the samples in which it is two objects or more, 0..1
 * @param joined share of the samples in which it is one object with a neighbour, 0..1
 * @param partner number of the neighbour with which it is one most often; 0 if there is none
 * @param ofClass share of the samples in which it is of its class, 0..1
 */
public record ObjectChances(double split, double joined, int partner, double ofClass) {

	/** Of an object of which nobody has kept them. */
	public static final ObjectChances UNKNOWN = new ObjectChances(Double.NaN, Double.NaN, 0,
		Double.NaN);

	/** From one sample in five on it is asked whether an object is one or two. */
	static final double DOUBTFUL = 0.2;

	/** Below four samples in five it is asked which class an object is of. */
	static final double SURE = 0.8;

	/** Share of the samples that do not see it as one whole object, as the mask does; or NaN. */
	public double otherCount() {
		return Math.max(split, joined);
	}

	/** Whether it is known at all. */
	public boolean isKnown() {
		return !Double.isNaN(split) || !Double.isNaN(joined) || !Double.isNaN(ofClass);
	}

	/** What there is to ask of the object, {@link ReviewKind#OBJECT} if nothing. */
	ReviewKind question() {
		return split >= DOUBTFUL || joined >= DOUBTFUL ? ReviewKind.ONE_OR_TWO
			: ofClass < SURE ? ReviewKind.WHICH_CLASS : ReviewKind.OBJECT;
	}
}
