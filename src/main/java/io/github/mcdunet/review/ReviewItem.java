package io.github.mcdunet.review;

/**
 * A place of a prediction with what a person has decided on it, and the outline it has by now.
 *
 * @param pixels indices of the pixels it has by now, whether it counts or not; empty for the rest
 * of an image; a copy
 */
public record ReviewItem(ReviewEntry entry, Decision decision, int[] pixels) {

	public ReviewItem {
		pixels = pixels.clone();
	}

	@Override
	public int[] pixels() {
		return pixels.clone();
	}

	ReviewItem decided(final Decision newDecision) {
		return new ReviewItem(entry, newDecision, pixels);
	}

	public boolean isReviewed() {
		return decision != Decision.OPEN;
	}

	/** Whether it can be deleted or redrawn, as the rest of an image cannot. */
	public boolean isObject() {
		return entry.kind() != ReviewKind.ELSEWHERE;
	}

	/** Whether its pixels are object in the reviewed mask. */
	public boolean isInMask() {
		return decision == Decision.OPEN ? entry.kind() == ReviewKind.OBJECT
			: decision != Decision.DELETED;
	}

	/** Sets its pixels if they are in the mask. */
	void fill(final byte[] mask) {
		if (isInMask()) for (final int i : pixels)
			mask[i] = 1;
	}
}
