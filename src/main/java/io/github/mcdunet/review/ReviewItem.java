package io.github.mcdunet.review;

/**
 * A place of a prediction with what a person has decided on it, and the outline it has by now.
 *
 * @param pixels indices of the pixels it has by now, whether it counts or not; empty for the rest
 * of an image; a copy
 * @param ofClass number of the class it has by now, from 1
 */
public record ReviewItem(ReviewEntry entry, Decision decision, int[] pixels, int ofClass) {

	public ReviewItem {
		pixels = pixels.clone();
	}

	@Override
	public int[] pixels() {
		return pixels.clone();
	}

	ReviewItem decided(final Decision newDecision) {
		return new ReviewItem(entry, newDecision, pixels, ofClass);
	}

	ReviewItem drawn(final Decision newDecision, final int[] newPixels) {
		return new ReviewItem(entry, newDecision, newPixels, ofClass);
	}

	/** Of another class; what was decided on its outline stays. */
	ReviewItem classed(final int number) {
		final boolean outlined = switch (decision) {
			case REDRAWN, ADDED, SPLIT, MERGED -> true;
			default -> false;
		};
		return new ReviewItem(entry, outlined ? decision : Decision.CLASSED, pixels, number);
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
		return decision == Decision.OPEN ? entry.kind().isPredicted()
			: decision != Decision.DELETED && decision != Decision.ABSORBED;
	}

	/** Sets its pixels if they are in the mask. */
	void fill(final byte[] mask) {
		if (isInMask()) for (final int i : pixels)
			mask[i] = 1;
	}
}
