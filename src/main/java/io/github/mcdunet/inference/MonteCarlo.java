package io.github.mcdunet.inference;

import io.github.mcdunet.io.MemoryBudget;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.ImageChecks.Fault;
import io.github.mcdunet.dataset.IntensityScale;
import io.github.mcdunet.dataset.Padding;
import io.github.mcdunet.network.Outputs;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Maps of one image from T samples: tiles are the outer loop, samples the inner one, so that what
 * samples share is computed once per tile and memory does not grow with T. The image is read and
 * the maps are written tile by tile. When memory runs out, the tile is cut in four and the work
 * continues with the smaller size: the maps do not depend on it. Used once, by one thread.
 */
public final class MonteCarlo {

	/** Tiles of fewer pixels than this on a side would be almost nothing but halo. */
	private static final int SMALLEST_CORE = 64;

	private final int samples;
	private final int alignment;
	private final int halo;
	private final Set<MapKind> kinds;
	private Outputs outputs = Outputs.BINARY;
	private int core;
	private OptionalDouble threshold = OptionalDouble.empty();

	/**
	 * @param samples T, &gt;= 1
	 * @param alignment tile sizes and positions are multiples of this
	 * @param halo context that a pixel's value depends on, in pixels; rounded up to the alignment
	 * @param core side of a tile without its halo; rounded up to the alignment
	 * @param kinds the maps to make, the probability among them
	 */
	public MonteCarlo(final int samples, final int alignment, final int halo, final int core,
		final Set<MapKind> kinds) {
		this.samples = samples;
		this.alignment = alignment;
		this.halo = aligned(halo);
		this.core = Math.max(alignment, aligned(core));
		this.kinds = kinds;
	}

	/**
	 * Keeps the samples' own masks too, one bit per sample and pixel.
	 *
	 * @param of their probability, 0..1
	 */
	public MonteCarlo keepSampleMasks(final double of) {
		threshold = OptionalDouble.of(of);
		return this;
	}

	/** What the samplers give; by default foreground or background. */
	public MonteCarlo outputs(final Outputs newOutputs) {
		outputs = newOutputs;
		return this;
	}

	private int aligned(final int pixels) {
		return (pixels + alignment - 1) / alignment * alignment;
	}

	/**
	 * @param image [X, Y, C], raw intensities, origin at 0
	 * @param scale how they become the network's input
	 * @throws McdUnetException if there is not even memory for small tiles, or none for the maps
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public UncertaintyMaps run(final RandomAccessibleInterval<FloatType> image,
		final IntensityScale scale, final TileSampler sampler, final Progress progress) {
		final UncertaintyMaps all = empty((int) image.dimension(0), (int) image.dimension(1));
		new Run(image, scale, sampler, progress, all).all();
		return all;
	}

	/**
	 * The maps of an image that the network is not asked about: 0 everywhere.
	 *
	 * @throws McdUnetException if there is no memory for them
	 */
	public UncertaintyMaps omit(final int width, final int height, final Fault fault) {
		return empty(width, height).omitted(fault);
	}

	private UncertaintyMaps empty(final int width, final int height) {
		try {
			final Map<MapKind, float[]> maps = new EnumMap<>(MapKind.class);
			kinds.forEach(kind -> maps.put(kind, new float[Math.multiplyExact(width, height)]));
			final SampleMasks masks = threshold.isPresent()
				? new SampleMasks(outputs, width, height, samples, threshold.getAsDouble()) : null;
			return new UncertaintyMaps(width, height, samples, maps,
				OutputMaps.empty(outputs, width * height), masks);
		}
		catch (final OutOfMemoryError e) {
			throw new McdUnetException(
				MemoryBudget.tooLittle("for the maps of " + width + " x " + height + " pixels",
					"cut the image into parts"),
				e);
		}
	}

	/** A map's value, by the index of a tile's pixel. */
	@FunctionalInterface
	private interface PixelValue {

		float at(int i);
	}

	/**
	 * One image on its way. All positions are those of the padded image, whose alignment decides
	 * where tiles may lie.
	 */
	private final class Run {

		private final TileReader reader;
		private final TileSampler sampler;
		private final Progress progress;
		private final UncertaintyMaps maps;
		private final Padding padding;
		private long pixelsDone;

		Run(final RandomAccessibleInterval<FloatType> image, final IntensityScale scale,
			final TileSampler sampler, final Progress progress, final UncertaintyMaps maps) {
			reader = new TileReader(image, scale);
			this.sampler = sampler;
			this.progress = progress;
			this.maps = maps;
			padding = Padding.toMultiple(maps.width(), maps.height(), alignment);
		}

		void all() {
			cover(0, 0, padding.paddedWidth(), padding.paddedHeight());
		}

		/**
		 * Does the rectangle from (x0, y0) to (x1, y1), exclusive, in tiles of the present size.
		 */
		private void cover(final int x0, final int y0, final int x1, final int y1) {
			final int size = core, stepX = step(x1 - x0), stepY = step(y1 - y0);
			for (int y = y0; y < y1; y += stepY)
				for (int x = x0; x < x1; x += stepX) {
					final int right = Math.min(x1, x + stepX), bottom = Math.min(y1, y + stepY);
					// NB: the size may have shrunk on the way
					if (core < size || !fits(x, y, right, bottom)) cover(x, y, right, bottom);
				}
		}

		/**
		 * Even steps no longer than the core: a narrow tile at the end would be almost nothing but
		 * halo.
		 */
		private int step(final int length) {
			final int count = (length + core - 1) / core;
			return aligned((length + count - 1) / count);
		}

		private boolean fits(final int x0, final int y0, final int x1, final int y1) {
			try {
				tile(x0, y0, x1, y1);
				return true;
			}
			catch (final OutOfMemoryError e) {
				sampler.release();
				final int smaller = aligned(Math.min(core, Math.max(x1 - x0, y1 - y0)) / 2);
				if (smaller < SMALLEST_CORE || smaller >= core)
					throw new McdUnetException(
						MemoryBudget.tooLittle(
							"to predict even small tiles of " + core + " x " + core + " pixels"),
						e);
				core = smaller;
				progress.message(
					"Memory ran out; going on with tiles of " + core + " x " + core + " pixels.");
				return false;
			}
		}

		private void tile(final int x0, final int y0, final int x1, final int y1) {
			final int left = Math.max(0, x0 - halo), top = Math.max(0, y0 - halo),
				w = Math.min(padding.paddedWidth(), x1 + halo) - left,
				h = Math.min(padding.paddedHeight(), y1 + halo) - top;
			sampler.tile(reader.read(left - padding.left(), top - padding.top(), w, h), h, w, left,
				top);
			final SampleStatistics statistics = new SampleStatistics(outputs, w * h, kinds);
			final long pixels = (long) (x1 - x0) * (y1 - y0);
			for (int t = 0; t < samples; t++) {
				progress.checkCanceled();
				progress.report("Monte Carlo samples", pixelsDone * samples + t * pixels,
					(long) padding.paddedWidth() * padding.paddedHeight() * samples);
				final float[] logits = sampler.sample(t);
				final float[] foreground = statistics.add(logits);
				keep(t, foreground, logits, new int[]{ left, top, w, h },
					new int[]{ x0, y0, x1, y1 });
			}
			pixelsDone += pixels;
			final int[] tile = { left, top, w }, rectangle = { x0, y0, x1, y1 };
			for (final MapKind kind : kinds)
				put(maps.get(kind), i -> statistics.value(kind, i), tile, rectangle);
			final OutputMaps others = maps.outputs();
			for (int k = 0; k < others.classes().size(); k++) {
				final int number = k;
				put(others.classes().get(k), i -> statistics.probability(number, i), tile,
					rectangle);
			}
			others.separation().ifPresent(map -> put(map, statistics::separation, tile, rectangle));
		}

		/** @param tile left, top, width, height */
		private void keep(final int t, final float[] foreground, final float[] logits,
			final int[] tile, final int[] rectangle) {
			maps.sampleMasks().ifPresent(masks -> {
				for (int y = rectangle[1]; y < rectangle[3]; y++)
					masks.putRow(t, rectangle[0] - padding.left(), y - padding.top(), foreground,
						logits, tile[2] * tile[3], (y - tile[1]) * tile[2] + rectangle[0] - tile[0],
						rectangle[2] - rectangle[0]);
			});
		}

		/** @param tile left, top, width; rectangle x0, y0, x1, y1 */
		private void put(final float[] map, final PixelValue value, final int[] tile,
			final int[] rectangle) {
			final int x0 = Math.max(rectangle[0], padding.left()),
				x1 = Math.min(rectangle[2], padding.left() + maps.width());
			final int y0 = Math.max(rectangle[1], padding.top()),
				y1 = Math.min(rectangle[3], padding.top() + maps.height());
			for (int y = y0; y < y1; y++)
				for (int x = x0; x < x1; x++)
					map[(y - padding.top()) * maps.width() + x - padding.left()] = value
						.at((y - tile[1]) * tile[2] + x - tile[0]);
		}
	}
}
