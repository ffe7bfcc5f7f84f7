package io.github.mcdunet.command.dialog;

/** A command that says in its dialog, while one types, what it will take. */
public interface Forecasting {

	/**
	 * Looks at the parameters as they are now; quick enough for every key.
	 *
	 * @return a sentence such as "About 8 min at most, 830 MB of memory (12.0 GB free)."
	 * @throws io.github.mcdunet.McdUnetException if the command would not run with them; the
	 * message says what to do
	 */
	String forecast();
}
