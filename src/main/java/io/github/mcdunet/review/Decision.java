package io.github.mcdunet.review;

/** What a person has decided on a place of a prediction. */
public enum Decision {
	/** Nothing yet. */
	OPEN(""),
	/** It is as shown. */
	ACCEPTED("accepted"),
	/** There is no object. */
	DELETED("deleted"),
	/** It is where the person has drawn it. */
	REDRAWN("redrawn"),
	/** The prediction had nothing there, and the person has drawn it. */
	ADDED("added"),
	/** It was divided, and this is one part of it. */
	SPLIT("split"),
	/** It is one with a neighbour, whose pixels it has now. */
	MERGED("merged"),
	/** A neighbour has its pixels now. */
	ABSORBED("part of a neighbour"),
	/** It is of another class. */
	CLASSED("class set");

	private final String words;

	Decision(final String words) {
		this.words = words;
	}

	/** As a table shows it. */
	@Override
	public String toString() {
		return words;
	}
}
