package io.github.mcdunet.network.file;

import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a training stands at the end of an epoch: all that is needed to go on as if it had never
 * stopped. Holds the arrays it is given, not copies.
 */
public final class Checkpoint {

	private final UNetModel best;
	private final Parameters parameters;
	private final Adam optimizer;
	private final Map<String, String> training;

	/**
	 * @param best the model of the best epoch so far
	 * @param parameters those of the last epoch, of the same architecture
	 * @param optimizer after the last epoch's steps
	 * @param training what else the training has to remember, by name, as text
	 */
	public Checkpoint(final UNetModel best, final Parameters parameters, final Adam optimizer,
		final Map<String, String> training) {
		if (!best.architecture().equals(parameters.architecture()))
			throw new IllegalArgumentException(
				best.architecture() + " and " + parameters.architecture() + " in one checkpoint");
		this.best = best;
		this.parameters = parameters;
		this.optimizer = optimizer;
		this.training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
	}

	public UNetModel best() {
		return best;
	}

	public Parameters parameters() {
		return parameters;
	}

	public Adam optimizer() {
		return optimizer;
	}

	/** In the order in which it was given. */
	public Map<String, String> training() {
		return training;
	}
}
