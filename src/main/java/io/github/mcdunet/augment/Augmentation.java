package io.github.mcdunet.augment;

import io.github.mcdunet.dataset.LabeledImage;

import java.util.SplittableRandom;

/**
 * How a training image is varied each time it is seen.
 *
 * @param on whether it is
 * @param offset how far all masks lie from their objects
 */
public record Augmentation(boolean on, MaskOffset offset) {

	/** Angles of the reference, in degrees. */
	private static final double SMALLEST_ANGLE = 5;
	private static final double LARGEST_ANGLE = 15;

	/**
	 * Flips along x and along y with probability 1/2 each, and with probability 1/2 a rotation
	 * about the centre by 5 to 15 degrees to either side, outside of which the edge is repeated.
	 */
	public static Augmentation standard() {
		return new Augmentation(true, MaskOffset.NONE);
	}

	/** Leaves images as they are. */
	public static Augmentation none() {
		return new Augmentation(false, MaskOffset.NONE);
	}

	/**
	 * The same for data whose masks lie beside their objects: they lie so on the same side in every
	 * augmented image.
	 */
	public Augmentation keeping(final MaskOffset newOffset) {
		return new Augmentation(on, newOffset);
	}

	/**
	 * @param random decides everything; the same state gives the same result
	 * @return an image of the same name and size, its mask 0 or 1; the given one itself if nothing
	 * is done. O(pixels).
	 */
	public LabeledImage apply(final LabeledImage image, final SplittableRandom random) {
		if (!on) return image;
		final AffineMap map = draw(image.width(), image.height(), random);
		return Warp.apply(image, offset.image(map), map);
	}

	/**
	 * NB: draws the same number of values for all sizes and outcomes, so that one image's
	 * randomness does not move the next's.
	 */
	static AffineMap draw(final int width, final int height, final SplittableRandom random) {
		final boolean flipX = random.nextBoolean();
		final boolean flipY = random.nextBoolean();
		final boolean rotate = random.nextBoolean();
		final boolean clockwise = random.nextBoolean();
		final double angle = SMALLEST_ANGLE
			+ (LARGEST_ANGLE - SMALLEST_ANGLE) * random.nextDouble();
		AffineMap map = AffineMap.IDENTITY;
		if (rotate) map = map.then(AffineMap.rotate(clockwise ? -angle : angle, width, height));
		if (flipX) map = map.then(AffineMap.flipX(width));
		if (flipY) map = map.then(AffineMap.flipY(height));
		return map;
	}
}
