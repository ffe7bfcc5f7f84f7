package io.github.mcdunet.inference;

import java.util.Arrays;
import java.util.List;

/**
 * Several networks on the same image: how they differ says how sure they are (deep ensembles,
 * Lakshminarayanan et al. 2017, arXiv:1612.01474). Samples 0 .. r - 1 are of the first network, the
 * next r of the second, and so on. The tile holds the input of networks that scale intensities
 * differently one after another.
 */
public final class EnsembleSampler extends SamplesInTurn {

	private final List<TileSampler> networks;
	private final int[] firstChannels;
	private final int channels;

	/**
	 * @param networks closed with this
	 * @param firstChannels per network, the channel of the tile at which its input begins
	 * @param channels number of channels of every network's input
	 * @param samplesPerNetwork &gt;= 1
	 */
	public EnsembleSampler(final List<? extends TileSampler> networks, final int[] firstChannels,
		final int channels, final int samplesPerNetwork) {
		super(networks.size(), samplesPerNetwork);
		if (firstChannels.length != networks.size())
			throw new IllegalArgumentException(
				networks.size() + " networks, " + firstChannels.length + " first channels");
		this.networks = List.copyOf(networks);
		this.firstChannels = firstChannels.clone();
		this.channels = channels;
	}

	@Override
	void begin(final int number, final float[] tile, final int height, final int width,
		final long x0, final long y0) {
		final int from = firstChannels[number] * height * width;
		networks.get(number).tile(Arrays.copyOfRange(tile, from, from + channels * height * width),
			height, width, x0, y0);
	}

	@Override
	float[] sample(final int number, final int t) {
		return networks.get(number).sample(t);
	}

	@Override
	public void release() {
		super.release();
		networks.forEach(TileSampler::release);
	}
}
