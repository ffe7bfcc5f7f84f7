package io.github.mcdunet.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980) as Keras has it: beta1 0.9, beta2 0.999, epsilon 1e-7
 * outside the bias correction.
 */
public final class Adam {

	private static final double BETA1 = 0.9;
	private static final double BETA2 = 0.999;
	private static final double EPSILON = 1e-7;

	private final List<float[]> first = new ArrayList<>();
	private final List<float[]> second = new ArrayList<>();
	private long steps;

	/** @param parameters those to be moved, of which only the shapes matter */
	public Adam(final Parameters parameters) {
		for (final Parameters.Entry e : parameters.entries()) {
			first.add(new float[e.values().length]);
			second.add(new float[e.values().length]);
		}
	}

	/** A state whose moments are still to be filled in. */
	public Adam(final Parameters parameters, final long steps) {
		this(parameters);
		this.steps = steps;
	}

	/** How many steps were taken, which decides the bias correction. */
	public long steps() {
		return steps;
	}

	/** The first moments, then the second ones, an array per parameter array; not copies. */
	public List<float[]> moments() {
		final List<float[]> all = new ArrayList<>(first);
		all.addAll(second);
		return all;
	}

	/**
	 * Moves the trainable parameters one step against their gradients.
	 *
	 * @param rate step size (learning rate), &gt; 0
	 */
	public void step(final Parameters parameters, final Parameters gradients, final double rate) {
		steps++;
		final double step = rate * Math.sqrt(1 - Math.pow(BETA2, steps))
			/ (1 - Math.pow(BETA1, steps));
		for (int k = 0; k < first.size(); k++) {
			final Parameters.Entry entry = parameters.entries().get(k);
			if (entry.trainable())
				update(entry.values(), gradients.entries().get(k).values(), first.get(k),
					second.get(k), (float) step);
		}
	}

	private static void update(final float[] w, final float[] g, final float[] m, final float[] v,
		final float step) {
		for (int i = 0; i < w.length; i++) {
			m[i] += (float) (1 - BETA1) * (g[i] - m[i]);
			v[i] += (float) (1 - BETA2) * (g[i] * g[i] - v[i]);
			w[i] -= step * m[i] / ((float) Math.sqrt(v[i]) + (float) EPSILON);
		}
	}
}
