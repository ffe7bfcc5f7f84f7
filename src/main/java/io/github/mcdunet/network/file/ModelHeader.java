package io.github.mcdunet.network.file;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.io.Sha256;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads model.json. Nothing in it is believed before it is checked; unknown entries are passed
 * over.
 */
final class ModelHeader {

	private final ModelNode json;
	private final Architecture architecture;

	/** @throws ModelFault if this is no header of a version that can be read */
	ModelHeader(final ModelNode json) throws ModelFault {
		this.json = json;
		json.get("format").expect(ModelLayout.FORMAT);
		final long version = json.get("version").whole();
		if (version > ModelLayout.VERSION) throw new ModelVersion(version, ModelLayout.VERSION);
		json.get("version").expect(ModelLayout.VERSION);
		architecture = readArchitecture(json.get("architecture"));
	}

	private static Architecture readArchitecture(final ModelNode a) throws ModelFault {
		try {
			return Architecture.reference(a.get("channels").integer())
				.baseFilters(a.get("baseFilters").integer()).depth(a.get("depth").integer())
				.dropoutRate(a.get("dropoutRate").number())
				.batchNormMomentum(a.get("batchNormMomentum").number())
				.batchNormEpsilon(a.get("batchNormEpsilon").number());
		}
		catch (final McdUnetException e) {
			throw new ModelFault("its architecture is impossible (" + e.getMessage() + ")", e);
		}
	}

	Architecture architecture() {
		return architecture;
	}

	Normalization normalization() throws ModelFault {
		final ModelNode n = json.get("normalization");
		if (n.get("method").text().equals("maximum")) return Normalization.maximum();
		n.get("method").expect("percentiles");
		final double low = n.get("low").number(), high = n.get("high").number();
		if (!(low >= 0 && low < high && high <= 100))
			throw new ModelFault("its percentiles " + low + " and " + high + " are impossible");
		return Normalization.percentiles(low, high);
	}

	/** One per channel. */
	List<String> channelNames() throws ModelFault {
		final List<String> names = new ArrayList<>();
		for (final ModelNode item : json.get("channelNames").items())
			names.add(item.text());
		if (names.size() != architecture.channels())
			throw new ModelFault(
				"it names " + names.size() + " channels but has " + architecture.channels());
		return names;
	}

	PixelSize pixelSize() throws ModelFault {
		final ModelNode p = json.get("pixelSize");
		final PixelSize size = new PixelSize(p.get("width").number(), p.get("height").number(),
			p.get("unit").text());
		check(size);
		return size;
	}

	/** @throws ModelFault unless both sides are finite and positive */
	static void check(final PixelSize size) throws ModelFault {
		final double w = size.width(), h = size.height();
		if (!(w > 0 && h > 0 && Double.isFinite(w) && Double.isFinite(h)))
			throw new ModelFault("its pixel size " + w + " x " + h + " is impossible");
	}

	Map<String, String> manifest() throws ModelFault {
		return json.get("manifest").texts();
	}

	void checkHistory(final byte[] csv) throws ModelFault {
		final ModelNode h = json.get("history");
		h.get("file").expect(ModelLayout.HISTORY);
		h.get("sha256").expect(Sha256.of(csv));
	}

	/**
	 * Whether parameters.bin is as large as the architecture asks for, before anything of that size
	 * is made.
	 */
	void checkSize(final long actual) throws ModelFault {
		final long bytes = ModelLayout.parameterBytes(architecture);
		if (bytes > ModelLayout.PARAMETERS_LIMIT)
			throw new ModelFault("its network is too large (" + architecture + ")");
		final ModelNode p = json.get("parameters");
		p.get("file").expect(ModelLayout.PARAMETERS);
		p.get("type").expect("float32");
		p.get("byteOrder").expect("little-endian");
		p.get("bytes").expect(bytes);
		if (actual != bytes)
			throw new ModelFault("it holds " + actual + " bytes of parameters instead of " + bytes);
	}

	/**
	 * Whether the arrays are the network's: same names, shapes and places.
	 *
	 * @return the SHA-256 of each
	 */
	List<String> checkArrays(final List<Parameters.Entry> entries) throws ModelFault {
		final List<ModelNode> arrays = json.get("parameters").get("arrays").items();
		if (arrays.size() != entries.size())
			throw new ModelFault(
				"it lists " + arrays.size() + " arrays instead of " + entries.size());
		final List<String> digests = new ArrayList<>();
		long offset = 0;
		for (final Parameters.Entry e : entries) {
			final ModelNode array = arrays.get(digests.size());
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

	private static void checkShape(final List<ModelNode> shape, final Parameters.Entry e)
		throws ModelFault {
		final int[] expected = e.shape();
		if (shape.size() != expected.length)
			throw new ModelFault("the array " + e.name() + " has " + shape.size() + " dimensions");
		for (int i = 0; i < expected.length; i++)
			shape.get(i).expect(expected[i]);
	}
}
