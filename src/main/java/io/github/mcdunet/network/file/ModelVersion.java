package io.github.mcdunet.network.file;

/**
 * The file is of a version that did not exist when this was written: not damaged, but not readable
 * either.
 */
final class ModelVersion extends ModelFault {

	private static final long serialVersionUID = 1L;

	ModelVersion(final long version, final int newest) {
		super("it is of version " + version + ", and this plugin reads versions up to " + newest);
	}
}
