package io.github.mcdunet.network.file;

/**
 * What is wrong inside a model file, as a clause without the file's name and without a full stop;
 * {@link ModelFile} makes the sentence of it.
 */
class ModelFault extends Exception {

	private static final long serialVersionUID = 1L;

	ModelFault(final String clause) {
		super(clause);
	}

	ModelFault(final String clause, final Throwable cause) {
		super(clause, cause);
	}
}
