package io.github.mcdunet;

import java.util.concurrent.CancellationException;

/**
 * How long work tells where it stands, and learns that it should stop. Called from the thread that
 * does the work, about once per batch, tile or image; implementations must be quick.
 */
public interface Progress {

	/** Says nothing and never cancels. */
	Progress NONE = (stage, done, total) -> {
	};

	/**
	 * @param stage what is being done, in a few words ("Epoch 3 of 120")
	 * @param done steps done, 0..total
	 * @param total steps in all, &gt;= 1
	 */
	void report(String stage, long done, long total);

	/** A line worth keeping, such as the scores of an epoch. */
	default void message(final String line) {
	}

	/** What a person should know before the work ends, a sentence; worth keeping, too. */
	default void warn(final String sentence) {
		message(sentence);
	}

	/** Whether the work should stop soon. */
	default boolean isCanceled() {
		return false;
	}

	/** @throws CancellationException if the work should stop */
	default void checkCanceled() {
		if (isCanceled()) throw new CancellationException("Canceled.");
	}

	/**
	 * The progress of one of several equal parts, told as a part of the whole.
	 *
	 * @param part number of the part, from 0
	 * @param parts number of parts, &gt;= 1
	 */
	default Progress part(final int part, final int parts) {
		return new PartialProgress(this, part, parts);
	}
}
