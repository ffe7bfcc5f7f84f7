package io.github.mcdunet.inference;

import java.util.Arrays;
import java.util.List;

/**
 * Several networks on the same image: how they differ says how sure they are (deep ensembles, Lakshminarayanan et al. 2017,
 * arXiv:1612.01474). Samples 0 .. r - 1 are of the first network, the next r of the second, and so on. The tile holds the input of
 * networks that scale intensities differently one after another.
 */
public final class EnsembleSampler implements TileSampler {

	private final List<TileSampler> networks;
	private final int[] firstChannels;
	private final int channels;
	private final int samplesPerNetwork;
	private float[] pixels;
	private int height;
	private int width;
	private long x;
	private long y;
	private int present;

	/**
	 * @param networks closed with this
	 * @param firstChannels per network, the channel of the tile at which its input begins
	 * @param channels number of channels of every network's input
	 * @param samplesPerNetwork &gt;= 1
	 */
	public EnsembleSampler(final List<? extends TileSampler> networks, final int[] firstChannels,
		final int channels, final int samplesPerNetwork) {
		if (firstChannels.length != networks.size())
			throw new IllegalArgumentException(networks.size() + " networks, " + firstChannels.length +
				" first channels");
		this.networks = List.copyOf(networks);
		this.firstChannels = firstChannels.clone();
		this.channels = channels;
		this.samplesPerNetwork = samplesPerNetwork;
	}

	@Override
	public void tile(final float[] newPixels, final int newHeight, final int newWidth, final long x0,
		final long y0) {
		pixels = newPixels;
		height = newHeight;
		width = newWidth;
		x = x0;
		y = y0;
		present = -1;
	}

	/** @param t 0 .. number of networks times r, less 1 */
	@Override
	public float[] sample(final int t) {
		final int number = t / samplesPerNetwork;
		final TileSampler network = networks.get(number);
		if (number != present) {
			final int from = firstChannels[number] * height * width;
			network.tile(Arrays.copyOfRange(pixels, from, from + channels * height * width), height, width, x,
				y);
		}
		present = number;
		return network.sample(t);
	}

	@Override
	public void release() {
		present = -1;
		networks.forEach(TileSampler::release);
	}
}
