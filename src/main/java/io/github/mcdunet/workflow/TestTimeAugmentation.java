package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.forecast.TileSize;
import io.github.mcdunet.inference.AugmentedSampler;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.MapsSink;
import io.github.mcdunet.inference.MonteCarlo;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.UNetModel;

import java.util.EnumSet;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Predicts images in eight views each (flips and rotations by 90 degrees), whose differences take
 * the place of, or come on top of, those of Monte Carlo dropout. It makes a plain U-Net say how
 * sure it is, too. Immutable; the model is not changed.
 */
public final class TestTimeAugmentation {

	private final UNetModel model;
	private final int samplesPerView;
	private final long seed;
	private final int tile;

	public TestTimeAugmentation(final UNetModel model) {
		this(model, 1, 1, 0);
	}

	private TestTimeAugmentation(final UNetModel model, final int samplesPerView, final long seed,
		final int tile) {
		this.model = model;
		this.samplesPerView = samplesPerView;
		this.seed = seed;
		this.tile = tile;
	}

	/**
	 * Monte Carlo samples in each of the eight views, 1..1000, default 1, with other parts of the
	 * network dropped out in each; a network without dropout always uses 1.
	 */
	public TestTimeAugmentation samplesPerView(final int n) {
		if (n < 1 || n > 1000)
			throw new McdUnetException(
				"The number of samples per view must be 1 to 1000, not " + n + ".");
		return new TestTimeAugmentation(model, n, seed, tile);
	}

	/** Decides the dropout masks; the same seed gives the same maps. Default 1. */
	public TestTimeAugmentation seed(final long newSeed) {
		return new TestTimeAugmentation(model, samplesPerView, newSeed, tile);
	}

	/**
	 * Side of the tiles into which large images are cut, in pixels, 0 (default) for what fits into
	 * memory.
	 */
	public TestTimeAugmentation tileSize(final int pixels) {
		return new TestTimeAugmentation(model, samplesPerView, seed, pixels);
	}

	/**
	 * @param image [X, Y, C], raw intensities
	 * @return maps of 8 samples per sample per view
	 * @throws McdUnetException if the image does not fit the model
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public UncertaintyMaps run(final RandomAccessibleInterval<FloatType> image,
		final Progress progress) {
		try (AugmentedSampler sampler = sampler()) {
			return run("The image", image, sampler, progress);
		}
	}

	/**
	 * Predicts one image after another.
	 *
	 * @throws McdUnetException if an image does not fit the model, naming it
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public void run(final ImageSeries images, final MapsSink sink, final Progress progress) {
		if (images.size() == 0) throw new McdUnetException("There is no image to predict.");
		NetworkInput.checkChannels(model, images.name(0), images.channels());
		try (AugmentedSampler sampler = sampler()) {
			for (int i = 0; i < images.size(); i++)
				sink.accept(i,
					run(images.name(i), images.image(i), sampler, progress.part(i, images.size())));
		}
	}

	private AugmentedSampler sampler() {
		return new AugmentedSampler(new NetworkSampler(model, seed),
			new NetworkSampler(model, seed), effectiveSamplesPerView());
	}

	private int effectiveSamplesPerView() {
		return model.architecture().hasDropout() ? samplesPerView : 1;
	}

	private UncertaintyMaps run(final String name, final RandomAccessibleInterval<FloatType> image,
		final AugmentedSampler sampler, final Progress progress) {
		NetworkInput.check(model, name, image);
		final Architecture a = model.architecture();
		return new MonteCarlo(AugmentedSampler.VIEWS * effectiveSamplesPerView(), a.alignment(),
			a.receptiveRadius(), tile > 0 ? tile : TileSize.of(List.of(model, model)),
			EnumSet.allOf(MapKind.class))
			.run(image, model.normalization().scale(image), sampler, progress);
	}
}
