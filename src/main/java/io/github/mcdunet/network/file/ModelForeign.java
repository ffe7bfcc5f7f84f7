package io.github.mcdunet.network.file;

/** The file is no model at all. */
final class ModelForeign extends ModelFault {

	private static final long serialVersionUID = 1L;

	ModelForeign() {
		super("it is something else");
	}
}
