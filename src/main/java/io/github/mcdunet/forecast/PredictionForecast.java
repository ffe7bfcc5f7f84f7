package io.github.mcdunet.forecast;

import io.github.mcdunet.network.InferenceGraph;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.io.NumberText;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How long the network needs for a prediction and how much memory, said before it begins; rough,
 * and without the objects' measurement.
 */
public final class PredictionForecast {

	private final UNetModel model;
	private final int width;
	private final int height;
	private final double work;

	/** @param samples Monte Carlo samples of each of so many images */
	public PredictionForecast(final UNetModel model, final int samples, final int width,
		final int height, final int images) {
		this.model = model;
		this.width = width;
		this.height = height;
		work = (double) images * side(width) * side(height)
			* (model.architecture().hasDropout() ? samples : 1)
			* TrainingCost.sample(model.architecture());
	}

	/** Tiles look at more than they predict. */
	private double side(final int length) {
		final int tile = TileSize.of(List.of(model)),
			radius = model.architecture().receptiveRadius();
		return length <= tile ? length : length * (1 + 2.0 * radius / tile);
	}

	/**
	 * Empty if the network cannot run here. The first call measures the computer for half a second.
	 */
	public OptionalDouble seconds() {
		final OptionalDouble speed = MeasuredSpeed.secondsPerPixel();
		return speed.isPresent() ? OptionalDouble.of(work * speed.getAsDouble())
			: OptionalDouble.empty();
	}

	/** Of the network, beside the images. */
	public double bytes() {
		final double most = TileSize.of(List.of(model))
			+ 2.0 * model.architecture().receptiveRadius();
		return Math.min(most, width) * Math.min(most, height)
			* InferenceGraph.bytesPerPixel(model.architecture());
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
