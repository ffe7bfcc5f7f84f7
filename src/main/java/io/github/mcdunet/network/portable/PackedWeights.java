package io.github.mcdunet.network.portable;

/**
 * Weights of a {@link Correlation} in the order in which it reads them: by fours of (input channel,
 * tap), then output channels.
 */
final class PackedWeights {

	/** The weight with which tap t of input channel i counts for output channel o. */
	interface Source {

		float at(int o, int i, int t);
	}

	private final int out;
	private final int in;
	private final int taps;
	private final float[] values;

	PackedWeights(final int out, final int in, final int taps) {
		this.out = out;
		this.in = in;
		this.taps = taps;
		values = new float[fours() * out * 4];
	}

	/** Number of fours; the last one is filled up with zeros. */
	int fours() {
		return (in * taps + 3) / 4;
	}

	int in() {
		return in;
	}

	int taps() {
		return taps;
	}

	float[] values() {
		return values;
	}

	/** Where the four weights of a four and an output channel begin. */
	int index(final int four, final int o) {
		return (four * out + o) * 4;
	}

	void set(final Source source) {
		for (int o = 0; o < out; o++)
			for (int k = 0; k < in * taps; k++)
				values[index(k / 4, o) + k % 4] = source.at(o, k / taps, k % taps);
	}
}
