package io.github.mcdunet.forecast;

import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.InferenceGraph;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.io.NumberText;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How long the networks need for a prediction and how much memory, said before it begins; rough,
 * and without the objects' measurement.
 */
public final class PredictionForecast {

	private final List<Architecture> networks;
	private final int tile;
	private final int radius;
	private final int width;
	private final int height;
	private final double work;

	/**
	 * @param networks those in memory at once, with equal shares of the samples
	 * @param samples of each image, of all networks together
	 * @param width of the images
	 * @param height of the images
	 * @param images their number
	 */
	public PredictionForecast(final List<UNetModel> networks, final int samples, final int width,
		final int height, final int images) {
		this.networks = networks.stream().map(UNetModel::architecture).toList();
		tile = TileSize.of(networks);
		radius = this.networks.stream().mapToInt(Architecture::receptiveRadius).max().orElse(0);
		this.width = width;
		this.height = height;
		final double sample = this.networks.stream().mapToDouble(TrainingCost::sample).average()
			.orElse(0);
		work = (double) images * side(width) * side(height) * samples * sample;
	}

	/** Tiles look at more than they predict. */
	private double side(final int length) {
		return length <= tile ? length : length * (1 + 2.0 * radius / tile);
	}

	/**
	 * Empty if the networks cannot run here. The first call measures the computer for half a
	 * second.
	 */
	public OptionalDouble seconds() {
		final OptionalDouble speed = ComputerSpeed.secondsPerPixel();
		return speed.isPresent() ? OptionalDouble.of(work * speed.getAsDouble())
			: OptionalDouble.empty();
	}

	/** Of the networks, beside the images. */
	public double bytes() {
		final double most = tile + 2.0 * radius;
		return Math.min(most, width) * Math.min(most, height)
			* networks.stream().mapToDouble(InferenceGraph::bytesPerPixel).sum();
	}

	/** Such as "About 2 min, 480 MB of memory." */
	@Override
	public String toString() {
		final OptionalDouble seconds = seconds();
		final String memory = NumberText.bytes(bytes()) + " of memory.";
		return seconds.isPresent() ? TimeLeft.sentence(seconds.getAsDouble()) + ", " + memory
			: memory;
	}
}
