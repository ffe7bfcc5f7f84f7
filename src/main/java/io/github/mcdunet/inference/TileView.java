package io.github.mcdunet.inference;

/**
 * One of the eight ways to look at a tile that move whole pixels only: flipped along x or y, or
 * transposed after that (which makes the four rotations too). Immutable.
 */
final class TileView {

	/** Number of views. */
	static final int COUNT = 8;

	/**
	 * Far beyond any image, a multiple of any network's alignment, and within what dropout masks
	 * take as a position.
	 */
	private static final long FAR = 1L << 23;

	private final boolean flipX;
	private final boolean flipY;
	private final boolean transposed;
	private final int height;
	private final int width;

	/**
	 * @param number 0..7, those from 4 on are transposed, 0 changes nothing; height, width of the
	 * tile as it is
	 */
	TileView(final int number, final int height, final int width) {
		flipX = (number & 1) != 0;
		flipY = (number & 2) != 0;
		transposed = number >= COUNT / 2;
		this.height = height;
		this.width = width;
	}

	boolean isTransposed() {
		return transposed;
	}

	/** Height of the view. */
	int height() {
		return transposed ? width : height;
	}

	/** Width of the view. */
	int width() {
		return transposed ? height : width;
	}

	/**
	 * Position of the view's first column, in the same system for all tiles of an image.
	 *
	 * @param x0 those of the tile
	 * @param y0 those of the tile
	 */
	long x0(final long x0, final long y0) {
		return transposed ? row(y0) : column(x0);
	}

	/** Position of the view's first row. */
	long y0(final long x0, final long y0) {
		return transposed ? column(x0) : row(y0);
	}

	private long column(final long x0) {
		return flipX ? FAR - x0 - width : x0;
	}

	private long row(final long y0) {
		return flipY ? FAR - y0 - height : y0;
	}

	/**
	 * @param pixels [C, height, width] of the tile.
	 * @return a new array [C, height, width] of the view
	 */
	float[] of(final float[] pixels) {
		final float[] view = new float[pixels.length];
		for (int start = 0; start < pixels.length; start += height * width)
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					view[start + index(x, y)] = pixels[start + y * width + x];
		return view;
	}

	/**
	 * @param view [planes, height, width] of the view.
	 * @return a new array [planes, height, width] of the tile
	 */
	float[] back(final float[] view) {
		final float[] tile = new float[view.length];
		for (int start = 0; start < view.length; start += height * width)
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					tile[start + y * width + x] = view[start + index(x, y)];
		return tile;
	}

	/** Where the view has the tile's pixel (x, y). */
	private int index(final int x, final int y) {
		final int u = flipX ? width - 1 - x : x, v = flipY ? height - 1 - y : y;
		return transposed ? u * height + v : v * width + u;
	}
}
