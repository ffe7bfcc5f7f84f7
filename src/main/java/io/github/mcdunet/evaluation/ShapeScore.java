package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.PixelSize;

/** How good the outlines and the objects of a mask are. */
public final class ShapeScore {

	private final BoundaryScore boundary;
	private final ObjectScore objects;

	private ShapeScore(final BoundaryScore boundary, final ObjectScore objects) {
		this.boundary = boundary;
		this.objects = objects;
	}

	/**
	 * @param prediction [H, W] row-major; everything but 0 is foreground
	 * @param truth [H, W] row-major; everything but 0 is foreground
	 * @param size of a pixel, in whose unit distances are
	 */
	public static ShapeScore of(final byte[] prediction, final byte[] truth, final int width,
		final int height, final PixelSize size) {
		return new ShapeScore(BoundaryScore.of(prediction, truth, width, height, size),
			ObjectScore.of(prediction, truth, width, height));
	}

	public BoundaryScore boundary() {
		return boundary;
	}

	public ObjectScore objects() {
		return objects;
	}
}
