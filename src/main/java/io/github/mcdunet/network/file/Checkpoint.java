package io.github.mcdunet.network.file;

import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a training stands at the end of an epoch: all that is needed to resume it as if it had
 * never stopped. Holds the arrays it is given, not copies.
 *
 * @param best the model of the best epoch so far
 * @param parameters those of the last epoch, of the same architecture
 * @param optimizer after the last epoch's steps
 * @param training what else the training has to remember, by name, as text, in order
 */
public record Checkpoint(UNetModel best, Parameters parameters, Adam optimizer,
	Map<String, String> training) {

	public Checkpoint {
		if (!best.architecture().equals(parameters.architecture()))
			throw new IllegalArgumentException(
				best.architecture() + " and " + parameters.architecture() + " in one checkpoint");
		training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
	}
}
