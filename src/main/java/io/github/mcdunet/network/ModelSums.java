package io.github.mcdunet.network;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entry SHA256SUMS: a line per other entry as the tool sha256sum writes it, so that an unpacked model can be checked with it. */
final class ModelSums {

	private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.*)");

	private final Map<String, String> digests = new HashMap<>();

	ModelSums(final String text) throws ModelFault {
		for (final String line : text.split("\n")) {
			final Matcher m = LINE.matcher(line);
			if (!m.matches() || digests.put(m.group(2), m.group(1)) != null)
				throw new ModelFault(ModelLayout.SUMS + " has an odd line");
		}
		if (!text.equals(text(digests.get(ModelLayout.JSON), digests.get(ModelLayout.HISTORY),
			digests.get(ModelLayout.PARAMETERS))))
			throw new ModelFault(ModelLayout.SUMS + " does not list the three other parts");
	}

	static String text(final String json, final String history, final String parameters) {
		return json + "  " + ModelLayout.JSON + "\n" + history + "  " + ModelLayout.HISTORY + "\n"
			+ parameters + "  " + ModelLayout.PARAMETERS + "\n";
	}

	void check(final String name, final String digest) throws ModelFault {
		if (!digest.equals(digests.get(name)))
			throw new ModelFault("its part " + name + " does not match its checksum");
	}
}
