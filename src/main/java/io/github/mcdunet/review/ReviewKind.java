package io.github.mcdunet.review;

/** What a person looks at in a review. */
public enum ReviewKind {
	/** An object of the mask. */
	OBJECT("object"),
	/** Background where the network is unsure. */
	MAYBE_MISSED("maybe missed"),
	/** All of an image that is far from the others. */
	ELSEWHERE("rest of image"),
	/** An object that the person has drawn. */
	ADDED("added");

	private final String words;

	ReviewKind(final String words) {
		this.words = words;
	}

	/** As a table shows it. */
	@Override
	public String toString() {
		return words;
	}
}
