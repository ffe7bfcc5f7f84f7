package io.github.mcdunet.inference;

/**
 * Test-time augmentation: every tile is predicted in eight views (flips and rotations by 90 degrees) and the predictions are mapped back;
 * how they differ says how sure the network is (Wang et al. 2019, doi:10.1016/j.neucom.2019.01.103). Samples 0 .. r - 1 are of the tile as
 * it is, the next r of its second view, and so on, r being the number of samples per view. Sample t of the views is sample t of the
 * network, so that its dropout, if there is any, differs from view to view.
 */
public final class AugmentedSampler implements TileSampler {

	/** Number of views. */
	public static final int VIEWS = TileView.COUNT;

	private final TileSampler upright;
	private final TileSampler transposed;
	private final int samplesPerView;
	private float[] pixels;
	private int height;
	private int width;
	private long x;
	private long y;
	private int present;

	/**
	 * @param upright, transposed the same network twice, so that tiles that are not square need not make it anew for every view; closed with
	 *        this
	 * @param samplesPerView &gt;= 1; one of eight samples in all if the network has no dropout
	 */
	public AugmentedSampler(final TileSampler upright, final TileSampler transposed,
		final int samplesPerView) {
		this.upright = upright;
		this.transposed = transposed;
		this.samplesPerView = samplesPerView;
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

	/** @param t 0 .. 8 r - 1 */
	@Override
	public float[] sample(final int t) {
		final int number = t / samplesPerView;
		if (number >= VIEWS) throw new IllegalArgumentException("Sample " + t);
		final TileView view = new TileView(number, height, width);
		final TileSampler network = view.isTransposed() ? transposed : upright;
		if (number != present)
			network.tile(view.of(pixels), view.height(), view.width(), view.x0(x, y), view.y0(x, y));
		present = number;
		return view.back(network.sample(t));
	}

	@Override
	public void release() {
		present = -1;
		upright.release();
		transposed.release();
	}
}
