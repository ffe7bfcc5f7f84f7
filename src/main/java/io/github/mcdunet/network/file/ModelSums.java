package io.github.mcdunet.network.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entry SHA256SUMS: a line per other entry as the tool sha256sum writes it, so that an unpacked
 * model can be checked with it.
 */
final class ModelSums {

	private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.*)");

	private final Map<String, String> digests = new LinkedHashMap<>();

	/** @param names the other parts, in order */
	ModelSums(final String text, final List<String> names) throws ModelFault {
		for (final String line : text.split("\n")) {
			final Matcher m = LINE.matcher(line);
			if (!m.matches() || digests.put(m.group(2), m.group(1)) != null)
				throw new ModelFault(ModelLayout.SUMS + " has an odd line");
		}
		if (!new ArrayList<>(digests.keySet()).equals(names) || !text.equals(text(digests)))
			throw new ModelFault(
				ModelLayout.SUMS + " does not list the other parts " + String.join(", ", names));
	}

	/** @param digests SHA-256 by name, in order */
	static String text(final Map<String, String> digests) {
		final StringBuilder text = new StringBuilder();
		digests
			.forEach((name, digest) -> text.append(digest).append("  ").append(name).append('\n'));
		return text.toString();
	}

	void check(final String name, final String digest) throws ModelFault {
		if (!digest.equals(digests.get(name)))
			throw new ModelFault("its part " + name + " does not match its checksum");
	}
}
