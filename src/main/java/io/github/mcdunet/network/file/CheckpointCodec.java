package io.github.mcdunet.network.file;

import io.github.mcdunet.io.FloatBytes;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A checkpoint as the parts of a zip, of version 1: a model's, then checkpoint.json and state.bin,
 * which holds the parameters and Adam's two moments.
 */
final class CheckpointCodec {

	private static final String FORMAT = "mcdunet-checkpoint";
	private static final int VERSION = 1;

	static final String JSON = "checkpoint.json";
	private static final String STATE = "state.bin";
	/** In order. */
	static final List<String> PARTS = List.of(ModelCodec.JSON, ModelCodec.HISTORY,
		ModelCodec.PARAMETERS, JSON, STATE);

	/** NB: with the model's parts, a third as long, this stays below the 4 GiB of a plain zip. */
	private static final long STATE_LIMIT = 2L << 30;

	private CheckpointCodec() {
	}

	static Checkpoint read(final CheckedZip zip) throws IOException, FileFault {
		if (!zip.has(JSON)) throw FileFault.foreign();
		final byte[] bytes = zip.bytes(JSON, ModelCodec.JSON_LIMIT);
		final StrictJson json = StrictJson.parse(JSON, bytes);
		json.expectFormat(FORMAT, VERSION);
		final UNetModel best = ModelCodec.read(zip);
		zip.check(JSON, bytes);
		final StrictJson state = json.get("state");
		final Parameters parameters = new Parameters(best.architecture());
		checkState(state, stateBytes(parameters), zip.size(STATE));
		final Adam optimizer = new Adam(parameters, state.get("optimizerSteps").whole());
		zip.read(STATE, in -> {
			for (final float[] values : arrays(parameters, optimizer))
				FloatBytes.read(in, values);
		});
		ModelCodec.check(parameters);
		return new Checkpoint(best, parameters, optimizer, json.get("training").texts());
	}

	private static void checkState(final StrictJson state, final long bytes, final long actual)
		throws FileFault {
		state.get("file").expect(STATE);
		ModelHeader.expectFloats(state, bytes);
		state.get("optimizer").expect("adam");
		if (state.get("optimizerSteps").whole() < 0)
			throw new FileFault("its optimizer's steps are less than none");
		if (actual != bytes)
			throw new FileFault(
				"it holds " + actual + " bytes of training state instead of " + bytes);
	}

	private static long stateBytes(final Parameters parameters) {
		return 3 * parameters.count() * Float.BYTES;
	}

	private static List<float[]> arrays(final Parameters parameters, final Adam optimizer) {
		final List<float[]> arrays = new ArrayList<>(parameters.arrays());
		arrays.addAll(optimizer.moments());
		return arrays;
	}

	/** @throws FileFault if the checkpoint is one that could not be read again */
	static void write(final Checkpoint checkpoint, final CheckedZip.Writer zip)
		throws IOException, FileFault {
		final Parameters parameters = checkpoint.parameters();
		if (stateBytes(parameters) > STATE_LIMIT)
			throw new FileFault("its network is too large (" + parameters.architecture() + ")");
		ModelCodec.check(parameters);
		final byte[] json = json(checkpoint);
		if (json.length > ModelCodec.JSON_LIMIT)
			throw new FileFault("what it remembers of the training takes more than 4 MB");
		ModelCodec.write(checkpoint.best(), zip);
		zip.put(JSON, json);
		zip.put(STATE, arrays(parameters, checkpoint.optimizer()));
	}

	private static byte[] json(final Checkpoint checkpoint) {
		final JsonObject json = new JsonObject();
		json.addProperty("format", FORMAT);
		json.addProperty("version", VERSION);
		final JsonObject training = new JsonObject();
		checkpoint.training().forEach(training::addProperty);
		json.add("training", training);
		final JsonObject state = ModelHeader.floats(STATE, stateBytes(checkpoint.parameters()));
		state.addProperty("optimizer", "adam");
		state.addProperty("optimizerSteps", checkpoint.optimizer().steps());
		json.add("state", state);
		return StrictJson.bytes(json);
	}
}
