package io.github.mcdunet.network.file;

import io.github.mcdunet.network.Parameters;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/** Writes a checkpoint: a model's parts, then checkpoint.json and state.bin. */
final class CheckpointWriter {

	private final Checkpoint checkpoint;

	CheckpointWriter(final Checkpoint checkpoint) {
		this.checkpoint = checkpoint;
	}

	/** @throws ModelFault if the checkpoint is one that could not be read again */
	void write(final OutputStream out) throws IOException, ModelFault {
		final Parameters parameters = checkpoint.parameters();
		final long bytes = CheckpointReader.stateBytes(parameters.architecture());
		if (bytes > ModelLayout.STATE_LIMIT)
			throw new ModelFault("its network is too large (" + parameters.architecture() + ")");
		for (final Parameters.Entry e : parameters.entries())
			ModelReader.check(e);
		final byte[] json = json(bytes);
		if (json.length > ModelLayout.JSON_LIMIT)
			throw new ModelFault("what it remembers of the training takes more than 4 MB");
		final List<float[]> state = new ArrayList<>(parameters.arrays());
		state.addAll(checkpoint.optimizer().moments());
		final ModelZip zip = new ModelZip(out);
		new ModelWriter(checkpoint.best()).write(zip);
		zip.put(ModelLayout.CHECKPOINT, json);
		zip.put(ModelLayout.STATE, state);
		zip.finish();
	}

	private byte[] json(final long bytes) {
		final JsonObject json = new JsonObject();
		json.addProperty("format", ModelLayout.CHECKPOINT_FORMAT);
		json.addProperty("version", ModelLayout.CHECKPOINT_VERSION);
		final JsonObject training = new JsonObject();
		checkpoint.training().forEach(training::addProperty);
		json.add("training", training);
		final JsonObject state = new JsonObject();
		state.addProperty("file", ModelLayout.STATE);
		state.addProperty("type", "float32");
		state.addProperty("byteOrder", "little-endian");
		state.addProperty("bytes", bytes);
		state.addProperty("optimizer", "adam");
		state.addProperty("optimizerSteps", checkpoint.optimizer().steps());
		json.add("state", state);
		return (new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json)
			+ "\n").getBytes(StandardCharsets.UTF_8);
	}
}
