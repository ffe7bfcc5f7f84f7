package io.github.mcdunet.network.file;

import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * Writes model.json: all of a model but the numbers and the history, of which it has the checksums.
 */
final class ModelJson {

	private final UNetModel model;

	ModelJson(final UNetModel model) {
		this.model = model;
	}

	/**
	 * @param historyDigest SHA-256 of history.csv
	 * @param arrayDigests SHA-256 of each array, in order
	 */
	byte[] bytes(final String historyDigest, final List<String> arrayDigests) {
		final JsonObject json = new JsonObject();
		json.addProperty("format", ModelLayout.FORMAT);
		json.addProperty("version", ModelLayout.VERSION);
		json.add("architecture", architecture());
		json.add("normalization", normalization());
		final JsonArray names = new JsonArray();
		model.channelNames().forEach(names::add);
		json.add("channelNames", names);
		json.add("pixelSize", pixelSize());
		final JsonObject manifest = new JsonObject();
		model.manifest().forEach(manifest::addProperty);
		json.add("manifest", manifest);
		final JsonObject history = new JsonObject();
		history.addProperty("file", ModelLayout.HISTORY);
		history.addProperty("sha256", historyDigest);
		json.add("history", history);
		json.add("parameters", parameters(arrayDigests));
		return (new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json)
			+ "\n").getBytes(StandardCharsets.UTF_8);
	}

	private JsonObject architecture() {
		final Architecture a = model.architecture();
		final JsonObject json = new JsonObject();
		json.addProperty("channels", a.channels());
		json.addProperty("baseFilters", a.baseFilters());
		json.addProperty("depth", a.depth());
		json.addProperty("dropoutRate", a.dropoutRate());
		json.addProperty("batchNormMomentum", a.batchNormMomentum());
		json.addProperty("batchNormEpsilon", a.batchNormEpsilon());
		return json;
	}

	private JsonObject normalization() {
		final Normalization n = model.normalization();
		final JsonObject json = new JsonObject();
		if (n.method() == Normalization.Method.MAXIMUM) json.addProperty("method", "maximum");
		else {
			json.addProperty("method", "percentiles");
			json.addProperty("low", n.low());
			json.addProperty("high", n.high());
		}
		return json;
	}

	private JsonObject pixelSize() {
		final JsonObject json = new JsonObject();
		json.addProperty("width", model.pixelSize().width());
		json.addProperty("height", model.pixelSize().height());
		json.addProperty("unit", model.pixelSize().unit());
		return json;
	}

	private JsonObject parameters(final List<String> digests) {
		final JsonArray arrays = new JsonArray();
		long offset = 0;
		for (final Parameters.Entry e : model.parameters().entries()) {
			final JsonObject array = new JsonObject();
			final JsonArray shape = new JsonArray();
			for (final int s : e.shape())
				shape.add(s);
			final long bytes = (long) e.values().length * Float.BYTES;
			array.addProperty("name", e.name());
			array.add("shape", shape);
			array.addProperty("offset", offset);
			array.addProperty("bytes", bytes);
			array.addProperty("sha256", digests.get(arrays.size()));
			arrays.add(array);
			offset += bytes;
		}
		final JsonObject json = new JsonObject();
		json.addProperty("file", ModelLayout.PARAMETERS);
		json.addProperty("type", "float32");
		json.addProperty("byteOrder", "little-endian");
		json.addProperty("bytes", offset);
		json.add("arrays", arrays);
		return json;
	}
}
