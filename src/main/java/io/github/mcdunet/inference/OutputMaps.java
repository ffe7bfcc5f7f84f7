package io.github.mcdunet.inference;

import io.github.mcdunet.network.Outputs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mean probabilities of one image beside the foreground's, as far as the network gives them. The
 * arrays are not copied.
 *
 * @param outputs the network's
 * @param classes of more than two classes, the mean probability of each, [H, W] row-major, 0..1;
 * they sum to 1; empty for two
 * @param separation mean depth: 0 outside of objects and at their edges, 1 at their centres, [H, W]
 * row-major, 0..1
 */
public record OutputMaps(Outputs outputs, List<float[]> classes, Optional<float[]> separation) {

	/** Of a network that tells foreground from background. */
	public static final OutputMaps NONE = new OutputMaps(Outputs.BINARY, List.of(),
		Optional.empty());

	public OutputMaps {
		classes = List.copyOf(classes);
	}

	/** Zeros. */
	static OutputMaps empty(final Outputs outputs, final int pixels) {
		final List<float[]> classes = new ArrayList<>();
		for (int k = 0; k < outputs.classes() && !outputs.isBinary(); k++)
			classes.add(new float[pixels]);
		return new OutputMaps(outputs, classes,
			outputs.separation() ? Optional.of(new float[pixels]) : Optional.empty());
	}

	/**
	 * The class of a pixel of the foreground: the most probable but the background.
	 *
	 * @param i index of the pixel
	 */
	public byte foregroundClass(final int i) {
		byte best = 1;
		for (byte k = 2; k < classes.size(); k++)
			if (classes.get(k)[i] > classes.get(best)[i]) best = k;
		return best;
	}

	/** Makes pixel i background without any doubt. */
	void clear(final int i) {
		for (int k = 0; k < classes.size(); k++)
			classes.get(k)[i] = k == 0 ? 1 : 0;
		separation.ifPresent(map -> map[i] = 0);
	}

	/** Probabilities of pixel i, [K]; null for two classes. */
	double[] pixel(final int i) {
		if (classes.isEmpty()) return null;
		final double[] p = new double[classes.size()];
		for (int k = 0; k < p.length; k++)
			p[k] = classes.get(k)[i];
		return p;
	}

	/** The same with other foreground probabilities, which its classes share as before. */
	OutputMaps withForeground(final float[] probability) {
		if (classes.isEmpty()) return this;
		final List<float[]> changed = new ArrayList<>();
		for (int k = 0; k < classes.size(); k++) {
			final float[] p = new float[probability.length];
			for (int i = 0; i < p.length; i++) {
				final double inside = 1.0 - classes.get(0)[i];
				p[i] = (float) (k == 0 ? 1.0 - probability[i]
					: inside > 0 ? classes.get(k)[i] * (probability[i] / inside)
						: (double) probability[i] / (classes.size() - 1));
			}
			changed.add(p);
		}
		return new OutputMaps(outputs, changed, separation);
	}
}
