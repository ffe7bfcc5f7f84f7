package io.github.mcdunet.evaluation.trust;

/** Calibration error over bins that hold equally many pixels. */
final class EqualMass {

	private EqualMass() {
	}

	/**
	 * @param groups by probability; hits = events, sums = of the probabilities; at least one pixel
	 */
	static double error(final ScoreGroups groups, final int bins) {
		final double size = (double) groups.pixels() / bins;
		double error = 0, gap = 0, room = size;
		for (int i = 0; i < groups.size(); i++) {
			final double gapPerPixel = (groups.sum(i) - groups.hits(i)) / groups.count(i);
			double left = groups.count(i);
			// NB: the rest that rounding leaves of a bin must not make a bin of its own.
			while (left > room * (1 + 1e-12)) {
				error += Math.abs(gap + room * gapPerPixel);
				left -= room;
				gap = 0;
				room = size;
			}
			gap += left * gapPerPixel;
			room -= left;
		}
		return (error + Math.abs(gap)) / groups.pixels();
	}
}
