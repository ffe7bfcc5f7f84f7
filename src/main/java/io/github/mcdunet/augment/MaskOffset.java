package io.github.mcdunet.augment;

import java.util.Locale;

/**
 * How far all masks of a dataset lie from their objects, in pixels: half a pixel is common where
 * image and mask were drawn or resized by different rules. A network learns such an offset like
 * anything else that is always the same, unless augmentation flips it to the other side half of the
 * time.
 *
 * @param x to the right, finite
 * @param y down, finite
 */
public record MaskOffset(double x, double y) {

	/** Masks lie where the objects are. */
	public static final MaskOffset NONE = new MaskOffset(0, 0);

	/**
	 * The image's map that belongs to a mask's map: the offset stays what it is while everything
	 * else moves.
	 */
	AffineMap image(final AffineMap mask) {
		return mask.shifted(mask.xx() * x + mask.xy() * y - x, mask.yx() * x + mask.yy() * y - y);
	}

	/** Such as "0.1 pixels to the left and 0.4 down". */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.1f pixels to the %s and %.1f %s", Math.abs(x),
			x < 0 ? "left" : "right", Math.abs(y), y < 0 ? "up" : "down");
	}
}
