package io.github.mcdunet.inference;

/**
 * Samples of one tile from several sources, one source after another: samples 0 .. r - 1 are of the
 * first, the next r of the second, and so on. A source gets the tile when its turn comes.
 */
abstract class SamplesInTurn implements TileSampler {

	private final int sources;
	private final int samplesPerSource;
	private float[] pixels;
	private int height;
	private int width;
	private long x;
	private long y;
	private int present;

	/** @param samplesPerSource r, &gt;= 1 */
	SamplesInTurn(final int sources, final int samplesPerSource) {
		this.sources = sources;
		this.samplesPerSource = samplesPerSource;
	}

	@Override
	public final void tile(final float[] newPixels, final int newHeight, final int newWidth,
		final long x0, final long y0) {
		pixels = newPixels;
		height = newHeight;
		width = newWidth;
		x = x0;
		y = y0;
		present = -1;
	}

	/** @param t 0 .. number of sources times r, less 1 */
	@Override
	public final float[] sample(final int t) {
		final int source = t / samplesPerSource;
		if (source >= sources) throw new IllegalArgumentException("Sample " + t);
		if (source != present) begin(source, pixels, height, width, x, y);
		present = source;
		return sample(source, t);
	}

	/** Gives a source the tile, as {@link TileSampler#tile}. */
	abstract void begin(int source, float[] tile, int tileHeight, int tileWidth, long x0, long y0);

	/** Sample t, which is one of this source's; it has begun with the tile. */
	abstract float[] sample(int source, int t);

	@Override
	public void release() {
		present = -1;
	}
}
