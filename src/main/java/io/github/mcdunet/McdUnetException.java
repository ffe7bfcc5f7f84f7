package io.github.mcdunet;

/**
 * Something that the person at the microscope can mend. The message is one or two sentences in a
 * biologist's words: what is wrong, with which image or file, and what to do. Everything else is a
 * bug and stays another exception.
 */
public class McdUnetException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public McdUnetException(final String message) {
		super(message);
	}

	public McdUnetException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
