package io.github.mcdunet.review;

/** What a person looks at in a review. */
public enum ReviewKind {
	/** An object of the mask that may be two, or one with a neighbour. */
	ONE_OR_TWO("one or two?"),
	/** An object of the mask that may be of another class. */
	WHICH_CLASS("which class?"),
	/** Any other object of the mask. */
	OBJECT("object"),
	/** Background where the network is unsure. */
	MAYBE_MISSED("maybe missed"),
	/** All of an image that is far from the others. */
	ELSEWHERE("rest of image"),
	/** An object that the person has drawn. */
	ADDED("added"),
	/** A part of an object that the person has split. */
	PART("part");

	private final String words;

	ReviewKind(final String words) {
		this.words = words;
	}

	/** Whether the samples see it in another way than it is shown, so that a person is asked. */
	public boolean isQuestion() {
		return this == ONE_OR_TWO || this == WHICH_CLASS;
	}

	/** Whether it is an object of the mask as it was predicted. */
	public boolean isPredicted() {
		return isQuestion() || this == OBJECT;
	}

	/** Whether it came by a person's decision, so that the prediction says nothing of it. */
	public boolean isMade() {
		return this == ADDED || this == PART;
	}

	/** As a table shows it. */
	@Override
	public String toString() {
		return words;
	}
}
