package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;

import java.util.function.IntConsumer;

/**
 * Divides the connected areas of a mask into objects that touch, by a watershed within the mask:
 * from seeds, pixels are flooded from the highest of a landscape down (Meyer 1994,
 * https://doi.org/10.1016/0165-1684(94)90060-4), without lines between the objects. In a mask of
 * one class they cover exactly the pixels that those of {@link ConnectedComponents} cover; of
 * several, an object has the class of most of its pixels. Pixels that touch by a side or a corner
 * are neighbours; where several are equally high, the first to be reached comes first, so that the
 * result is the same at every run. Immutable.
 */
public final class SeededWatershed {

	private final double level;
	private final double prominence;
	private final int minimumSeed;
	private final int minimumArea;
	private final boolean keepsSeedless;

	private SeededWatershed(final double level, final double prominence, final int minimumSeed,
		final int minimumArea, final boolean keepsSeedless) {
		this.level = level;
		this.prominence = prominence;
		this.minimumSeed = minimumSeed;
		this.minimumArea = minimumArea;
		this.keepsSeedless = keepsSeedless;
	}

	/**
	 * Each connected area of the foreground in which the landscape reaches the level is a seed.
	 *
	 * @param level in the landscape's unit
	 */
	public SeededWatershed(final double level) {
		this(level, Double.POSITIVE_INFINITY, 1, 0, true);
	}

	/**
	 * Also divides seeds: peaks within one are told apart if the saddle between them lies at least
	 * so far below the lower of the two. Default infinite.
	 *
	 * @param height in the landscape's unit, &gt; 0
	 */
	public SeededWatershed prominence(final double height) {
		if (!(height > 0)) throw new IllegalArgumentException("A prominence of " + height);
		return new SeededWatershed(level, height, minimumSeed, minimumArea, keepsSeedless);
	}

	/** Seeds of fewer pixels are none: a neighbour floods them. Default 1. */
	public SeededWatershed minimumSeed(final int pixels) {
		return new SeededWatershed(level, prominence, pixels, minimumArea, keepsSeedless);
	}

	/**
	 * Connected areas of fewer pixels become background; parts of fewer pixels that were divided
	 * from a larger area are joined to the neighbour with which they share the longest border.
	 * Default 0.
	 */
	public SeededWatershed minimumArea(final int pixels) {
		return new SeededWatershed(level, prominence, minimumSeed, pixels, keepsSeedless);
	}

	/** Connected areas without a seed become background. By default each is one object. */
	public SeededWatershed seededOnly() {
		return new SeededWatershed(level, prominence, minimumSeed, minimumArea, false);
	}

	/**
	 * Objects of a mask and a landscape. O(n log n) for n foreground pixels. A connected area
	 * without a seed is one object.
	 *
	 * @param mask any class but the background is foreground
	 * @param landscape [H, W] row-major: the higher, the more inside of an object; NaN counts as
	 * lowest
	 * @return objects numbered 1..n in the order of their first pixels, row by row from the top
	 * left; of the class that most of an object's pixels have in the mask
	 */
	public Labels label(final Labels mask, final float[] landscape) {
		if (landscape.length != mask.size())
			throw new IllegalArgumentException(
				"A landscape of " + landscape.length + " pixels for " + mask.size());
		final Labels areas = ConnectedComponents.label(mask.foregroundMask(), minimumArea);
		final ObjectParts parts = new ObjectParts(areas,
			Peaks.of(areas, landscape, level, prominence), minimumSeed, keepsSeedless);
		final FloodQueue queue = new FloodQueue();
		parts.seeds(i -> queue.add(i, landscape[i]));
		final IntConsumer flood = i -> queue.add(i, landscape[i]);
		for (int i = queue.next(); i >= 0; i = queue.next())
			parts.spread(i, flood);
		return parts.finished(minimumArea, mask);
	}

	/**
	 * Objects of a mask and seeds, without a landscape: each foreground pixel belongs to the seed
	 * that is the fewest steps away, from pixel to pixel within the mask; for Monte Carlo samples,
	 * of which only bits are kept. Linear in the number of pixels. Level and prominence do not
	 * matter, the rest is as for {@link #label(Labels, float[])}.
	 *
	 * @param mask any class but the background is foreground
	 * @param seeds each connected area of their foreground within the mask is a seed
	 */
	public Labels label(final Labels mask, final Labels seeds) {
		seeds.checkSize(mask.width(), mask.height());
		final Labels areas = ConnectedComponents.label(mask.foregroundMask(), minimumArea);
		final byte[] inside = new byte[mask.size()];
		for (int i = 0; i < inside.length; i++)
			if (areas.isForeground(i) && seeds.isForeground(i)) inside[i] = 1;
		final ObjectParts parts = new ObjectParts(
			areas, ConnectedComponents
				.label(Labels.ofClasses(inside, mask.width(), mask.height()), 0).objects(),
			minimumSeed, keepsSeedless);
		final PixelQueue queue = new PixelQueue();
		parts.seeds(queue::add);
		for (int i = queue.next(); i >= 0; i = queue.next())
			parts.spread(i, queue::add);
		return parts.finished(minimumArea, mask);
	}
}
