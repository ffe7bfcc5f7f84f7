package io.github.mcdunet.network.portable;

/** What one task needs to work: four runs of inputs and a run of results per output channel. */
final class Scratch {

	private final float[][] runs;
	private final float[][] results;

	Scratch(final int length, final int channels) {
		runs = new float[4][length];
		results = new float[channels][length];
	}

	float[] run(final int j) {
		return runs[j];
	}

	float[][] results() {
		return results;
	}
}
