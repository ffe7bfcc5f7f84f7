package io.github.mcdunet.network.file;

import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;

import java.util.List;

/**
 * The names, the limits and the arithmetic of model files of version 1; docs/model-file.md is the
 * specification.
 */
final class ModelLayout {

	static final String FORMAT = "mcdunet-model";
	static final int VERSION = 1;

	static final String JSON = "model.json";
	static final String HISTORY = "history.csv";
	static final String PARAMETERS = "parameters.bin";
	static final String SUMS = "SHA256SUMS";
	/** A model's parts but the checksums, in order. */
	static final List<String> MODEL_PARTS = List.of(JSON, HISTORY, PARAMETERS);

	static final String CHECKPOINT_FORMAT = "mcdunet-checkpoint";
	static final int CHECKPOINT_VERSION = 1;
	static final String CHECKPOINT = "checkpoint.json";
	static final String STATE = "state.bin";
	/** A checkpoint's parts but the checksums, in order. */
	static final List<String> CHECKPOINT_PARTS = List.of(JSON, HISTORY, PARAMETERS, CHECKPOINT,
		STATE);

	static final int JSON_LIMIT = 4 << 20;
	static final int HISTORY_LIMIT = 16 << 20;
	static final int SUMS_LIMIT = 1 << 10;
	static final long PARAMETERS_LIMIT = 2L << 30;
	/** NB: with the model's parts, a third as long, this stays below the 4 GiB of a plain zip. */
	static final long STATE_LIMIT = 2L << 30;

	private ModelLayout() {
	}

	/**
	 * Size of parameters.bin, found without making the arrays: a stranger's architecture may ask
	 * for terabytes.
	 */
	static long parameterBytes(final Architecture a) {
		return Parameters.count(a) * Float.BYTES;
	}
}
