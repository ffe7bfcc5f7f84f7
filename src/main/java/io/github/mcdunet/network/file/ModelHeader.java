package io.github.mcdunet.network.file;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.io.Sha256;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Outputs;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * model.json: all of a model but the numbers and the history, of which it has the checksums.
 * Nothing in it is believed before it is checked; unknown entries are passed over.
 */
final class ModelHeader {

	private static final String FORMAT = "mcdunet-model";

	/** Of networks for masks, which every version of the plugin reads. */
	private static final int VERSION_OF_MASKS = 1;

	/** Of those with classes or a separation. */
	private static final int VERSION = 2;

	private static final long PARAMETERS_LIMIT = 2L << 30;

	private final StrictJson json;
	private final Architecture architecture;

	/** @throws FileFault if this is no header of a version that can be read */
	ModelHeader(final byte[] bytes) throws FileFault {
		json = StrictJson.parse(ModelCodec.JSON, bytes);
		json.expectFormat(FORMAT, VERSION);
		architecture = readArchitecture(json.get("architecture"));
	}

	private static Architecture readArchitecture(final StrictJson a) throws FileFault {
		try {
			return new Architecture(a.get("channels").integer(), a.get("baseFilters").integer(),
				a.get("depth").integer(), a.get("dropoutRate").number(),
				a.get("batchNormMomentum").number(), a.get("batchNormEpsilon").number(),
				readOutputs(a));
		}
		catch (final McdUnetException e) {
			throw new FileFault("its architecture is impossible (" + e.getMessage() + ")", e);
		}
	}

	/** NB: files of networks for masks do not say it, as there was nothing else once. */
	private static Outputs readOutputs(final StrictJson a) throws FileFault {
		if (!a.has("outputs")) return Outputs.BINARY;
		final StrictJson o = a.get("outputs");
		return new Outputs(o.get("classes").integer(), o.get("separation").truth());
	}

	Architecture architecture() {
		return architecture;
	}

	/** One per class, the background first. */
	List<LabelClass> classes() throws FileFault {
		final int count = architecture.outputs().classes();
		if (!json.has("classes")) return LabelClass.unnamed(count);
		final List<LabelClass> classes = new ArrayList<>();
		for (final StrictJson item : json.get("classes").items()) {
			final int color = item.get("color").integer();
			final String name = item.get("name").text();
			if (name.isBlank() || (color & ~0xffffff) != 0)
				throw new FileFault("its class \"" + name + "\" is impossible");
			classes.add(new LabelClass(name, color));
		}
		if (classes.size() != count)
			throw new FileFault("it names " + classes.size() + " classes but has " + count);
		return classes;
	}

	Normalization normalization() throws FileFault {
		final StrictJson n = json.get("normalization");
		if (n.get("method").text().equals("maximum")) return Normalization.maximum();
		n.get("method").expect("percentiles");
		final double low = n.get("low").number(), high = n.get("high").number();
		if (!(low >= 0 && low < high && high <= 100))
			throw new FileFault("its percentiles " + low + " and " + high + " are impossible");
		return Normalization.percentiles(low, high);
	}

	/** One per channel. */
	List<String> channelNames() throws FileFault {
		final List<String> names = new ArrayList<>();
		for (final StrictJson item : json.get("channelNames").items())
			names.add(item.text());
		if (names.size() != architecture.channels())
			throw new FileFault(
				"it names " + names.size() + " channels but has " + architecture.channels());
		return names;
	}

	PixelSize pixelSize() throws FileFault {
		final StrictJson p = json.get("pixelSize");
		final double w = p.get("width").number(), h = p.get("height").number();
		checkSides(w, h);
		return new PixelSize(w, h, p.get("unit").text());
	}

	/** @throws FileFault unless both sides are finite and positive */
	private static void checkSides(final double w, final double h) throws FileFault {
		if (!(w > 0 && h > 0 && Double.isFinite(w) && Double.isFinite(h)))
			throw new FileFault("its pixel size " + w + " x " + h + " is impossible");
	}

	Map<String, String> manifest() throws FileFault {
		return json.get("manifest").texts();
	}

	void checkHistory(final byte[] csv) throws FileFault {
		final StrictJson h = json.get("history");
		h.get("file").expect(ModelCodec.HISTORY);
		h.get("sha256").expect(Sha256.of(csv));
	}

	/**
	 * Whether parameters.bin is as large as the architecture asks for, before anything of that size
	 * is made.
	 */
	void checkSize(final long actual) throws FileFault {
		final long bytes = Parameters.count(architecture) * Float.BYTES;
		if (bytes > PARAMETERS_LIMIT)
			throw new FileFault("its network is too large (" + architecture + ")");
		final StrictJson p = json.get("parameters");
		p.get("file").expect(ModelCodec.PARAMETERS);
		expectFloats(p, bytes);
		if (actual != bytes)
			throw new FileFault("it holds " + actual + " bytes of parameters instead of " + bytes);
	}

	/**
	 * Whether the arrays are the network's: same names, shapes and places.
	 *
	 * @return the SHA-256 of each
	 */
	List<String> checkArrays(final List<Parameters.Entry> entries) throws FileFault {
		final List<StrictJson> arrays = json.get("parameters").get("arrays").items();
		if (arrays.size() != entries.size())
			throw new FileFault(
				"it lists " + arrays.size() + " arrays instead of " + entries.size());
		final List<String> digests = new ArrayList<>();
		long offset = 0;
		for (final Parameters.Entry e : entries) {
			final StrictJson array = arrays.get(digests.size());
			final long bytes = (long) e.values().length * Float.BYTES;
			array.get("name").expect(e.name());
			checkShape(array.get("shape").items(), e);
			array.get("offset").expect(offset);
			array.get("bytes").expect(bytes);
			digests.add(array.get("sha256").text());
			offset += bytes;
		}
		return digests;
	}

	private static void checkShape(final List<StrictJson> shape, final Parameters.Entry e)
		throws FileFault {
		final int[] expected = e.shape();
		if (shape.size() != expected.length)
			throw new FileFault("the array " + e.name() + " has " + shape.size() + " dimensions");
		for (int i = 0; i < expected.length; i++)
			shape.get(i).expect(expected[i]);
	}

	/**
	 * The header of a model.
	 *
	 * @param history as in its file
	 * @param arrayDigests SHA-256 of each array, in order
	 * @throws FileFault if the pixel size is impossible
	 */
	static byte[] bytes(final UNetModel model, final byte[] history,
		final List<String> arrayDigests) throws FileFault {
		final JsonObject json = new JsonObject();
		json.addProperty("format", FORMAT);
		json.addProperty("version", isOfMasks(model) ? VERSION_OF_MASKS : VERSION);
		json.add("architecture", architecture(model.architecture()));
		json.add("normalization", normalization(model.normalization()));
		final JsonArray names = new JsonArray();
		model.channelNames().forEach(names::add);
		json.add("channelNames", names);
		if (!model.classes().equals(LabelClass.OF_MASKS))
			json.add("classes", classes(model.classes()));
		checkSides(model.pixelSize().width(), model.pixelSize().height());
		json.add("pixelSize", pixelSize(model.pixelSize()));
		final JsonObject manifest = new JsonObject();
		model.manifest().forEach(manifest::addProperty);
		json.add("manifest", manifest);
		final JsonObject csv = new JsonObject();
		csv.addProperty("file", ModelCodec.HISTORY);
		csv.addProperty("sha256", Sha256.of(history));
		json.add("history", csv);
		json.add("parameters", parameters(model.parameters().entries(), arrayDigests));
		return StrictJson.bytes(json);
	}

	private static boolean isOfMasks(final UNetModel model) {
		return model.architecture().outputs().equals(Outputs.BINARY)
			&& model.classes().equals(LabelClass.OF_MASKS);
	}

	private static JsonObject architecture(final Architecture a) {
		final JsonObject json = new JsonObject();
		json.addProperty("channels", a.channels());
		json.addProperty("baseFilters", a.baseFilters());
		json.addProperty("depth", a.depth());
		json.addProperty("dropoutRate", a.dropoutRate());
		json.addProperty("batchNormMomentum", a.batchNormMomentum());
		json.addProperty("batchNormEpsilon", a.batchNormEpsilon());
		if (!a.outputs().equals(Outputs.BINARY)) {
			final JsonObject outputs = new JsonObject();
			outputs.addProperty("classes", a.outputs().classes());
			outputs.addProperty("separation", a.outputs().separation());
			json.add("outputs", outputs);
		}
		return json;
	}

	private static JsonArray classes(final List<LabelClass> classes) {
		final JsonArray array = new JsonArray();
		for (final LabelClass c : classes) {
			final JsonObject json = new JsonObject();
			json.addProperty("name", c.name());
			json.addProperty("color", c.color());
			array.add(json);
		}
		return array;
	}

	private static JsonObject normalization(final Normalization n) {
		final JsonObject json = new JsonObject();
		if (n.method() == Normalization.Method.MAXIMUM) json.addProperty("method", "maximum");
		else {
			json.addProperty("method", "percentiles");
			json.addProperty("low", n.low());
			json.addProperty("high", n.high());
		}
		return json;
	}

	private static JsonObject pixelSize(final PixelSize size) {
		final JsonObject json = new JsonObject();
		json.addProperty("width", size.width());
		json.addProperty("height", size.height());
		json.addProperty("unit", size.unit());
		return json;
	}

	private static JsonObject parameters(final List<Parameters.Entry> entries,
		final List<String> digests) {
		final JsonArray arrays = new JsonArray();
		long offset = 0;
		for (final Parameters.Entry e : entries) {
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
		final JsonObject json = floats(ModelCodec.PARAMETERS, offset);
		json.add("arrays", arrays);
		return json;
	}

	/** What a part of floats is. */
	static JsonObject floats(final String file, final long bytes) {
		final JsonObject json = new JsonObject();
		json.addProperty("file", file);
		json.addProperty("type", "float32");
		json.addProperty("byteOrder", "little-endian");
		json.addProperty("bytes", bytes);
		return json;
	}

	/** @throws FileFault unless that is such a part, of so many bytes */
	static void expectFloats(final StrictJson part, final long bytes) throws FileFault {
		part.get("type").expect("float32");
		part.get("byteOrder").expect("little-endian");
		part.get("bytes").expect(bytes);
	}
}
