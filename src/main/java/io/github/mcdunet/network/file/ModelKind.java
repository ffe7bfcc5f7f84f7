package io.github.mcdunet.network.file;

/** What the two kinds of files are called in messages. */
enum ModelKind {
	MODEL("model", "that a training saved, usually named *.mcdunet.zip",
		"Copy it again from where it was made, or train again."),
	CHECKPOINT("checkpoint",
		"that an unfinished training left, usually named *.mcdunet.checkpoint.zip",
		"Copy it again from where it was made, or train anew.");

	private final String noun;
	private final String origin;
	private final String remedy;

	ModelKind(final String noun, final String origin, final String remedy) {
		this.noun = noun;
		this.origin = origin;
		this.remedy = remedy;
	}

	String noun() {
		return noun;
	}

	/** Completes "a file ...". */
	String origin() {
		return origin;
	}

	/** A sentence: what to do about a broken file. */
	String remedy() {
		return remedy;
	}
}
