package io.github.mcdunet.network.file;

/**
 * What is wrong inside a file, as a clause without the file's name and without a full stop;
 * {@link FileKind} makes the sentence of it.
 */
public final class FileFault extends Exception {

	/** What there is to do about it. */
	enum Kind {
		/** The file is of this plugin, but not as it was written. */
		DAMAGED,
		/** The file is something else. */
		FOREIGN,
		/** The file is of a version that did not exist when this was written. */
		NEWER
	}

	private static final long serialVersionUID = 1L;

	private final Kind kind;

	private FileFault(final Kind kind, final String clause, final Throwable cause) {
		super(clause, cause);
		this.kind = kind;
	}

	/** Damage. */
	public FileFault(final String clause) {
		this(clause, null);
	}

	/** Damage. */
	public FileFault(final String clause, final Throwable cause) {
		this(Kind.DAMAGED, clause, cause);
	}

	static FileFault foreign() {
		return new FileFault(Kind.FOREIGN, "it is something else", null);
	}

	static FileFault newer(final long version, final int newest) {
		return new FileFault(Kind.NEWER,
			"it is of version " + version + ", and this plugin reads versions up to " + newest,
			null);
	}

	Kind kind() {
		return kind;
	}
}
