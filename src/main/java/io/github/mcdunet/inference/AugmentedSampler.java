package io.github.mcdunet.inference;

/**
 * Test-time augmentation: every tile is predicted in eight views (flips and rotations by 90
 * degrees) and the predictions are mapped back; how they differ says how sure the network is (Wang
 * et al. 2019, doi:10.1016/j.neucom.2019.01.103). Samples 0 .. r - 1 are of the tile as it is, the
 * next r of its second view, and so on, r being the number of samples per view. Sample t of the
 * views is sample t of the network, so that its dropout, if there is any, differs from view to
 * view.
 */
public final class AugmentedSampler extends SamplesInTurn {

	/** Number of views. */
	public static final int VIEWS = TileView.COUNT;

	private final TileSampler upright;
	private final TileSampler transposed;
	private TileView view;

	/**
	 * @param upright the same network twice, so that tiles that are not square need not make it
	 * anew for every view; closed with this
	 * @param transposed the same network twice, so that tiles that are not square need not make it
	 * anew for every view; closed with this
	 * @param samplesPerView &gt;= 1; one of eight samples in all if the network has no dropout
	 */
	public AugmentedSampler(final TileSampler upright, final TileSampler transposed,
		final int samplesPerView) {
		super(VIEWS, samplesPerView);
		this.upright = upright;
		this.transposed = transposed;
	}

	@Override
	void begin(final int number, final float[] tile, final int height, final int width,
		final long x0, final long y0) {
		view = new TileView(number, height, width);
		network().tile(view.of(tile), view.height(), view.width(), view.x0(x0, y0),
			view.y0(x0, y0));
	}

	@Override
	float[] sample(final int number, final int t) {
		return view.back(network().sample(t));
	}

	private TileSampler network() {
		return view.isTransposed() ? transposed : upright;
	}

	@Override
	public void release() {
		super.release();
		upright.release();
		transposed.release();
	}
}
