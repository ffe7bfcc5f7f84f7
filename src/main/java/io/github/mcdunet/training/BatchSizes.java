package io.github.mcdunet.training;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many images a step of learning had, from which epoch on: fewer than the settings say where
 * there are fewer to learn from, or where memory is scarce. Immutable.
 */
public final class BatchSizes {

	/** Before the first step. */
	public static final BatchSizes NONE = new BatchSizes(new TreeMap<>());

	private static final Pattern PART = Pattern.compile("(\\d{1,9})(?: from epoch (\\d{1,9}))?");

	private final TreeMap<Integer, Integer> byEpoch;

	private BatchSizes(final TreeMap<Integer, Integer> byEpoch) {
		this.byEpoch = byEpoch;
	}

	/**
	 * @param epoch from which on steps have another size, from 1; what was known of it and later
	 * ones does not hold any more
	 */
	BatchSizes from(final int epoch, final int size) {
		final TreeMap<Integer, Integer> sizes = new TreeMap<>(byEpoch.headMap(epoch));
		if (sizes.isEmpty() || sizes.lastEntry().getValue() != size) sizes.put(epoch, size);
		return new BatchSizes(sizes);
	}

	/**
	 * @throws IllegalArgumentException if this is no text of {@link #toString()}; the message is a
	 * clause
	 */
	public static BatchSizes parse(final String text) {
		final TreeMap<Integer, Integer> sizes = new TreeMap<>();
		for (final String part : text.split("; ")) {
			final Matcher m = PART.matcher(part);
			if (!m.matches() || m.group(1).equals("0"))
				throw new IllegalArgumentException(
					"its numbers of images per step are odd: " + text);
			sizes.put(m.group(2) == null ? 1 : Integer.parseInt(m.group(2)),
				Integer.valueOf(m.group(1)));
		}
		return new BatchSizes(sizes);
	}

	/** Such as "4" or "4; 2 from epoch 31". */
	@Override
	public String toString() {
		return byEpoch.entrySet().stream().map(BatchSizes::part).collect(Collectors.joining("; "));
	}

	private static String part(final Map.Entry<Integer, Integer> e) {
		return e.getValue() + (e.getKey() == 1 ? "" : " from epoch " + e.getKey());
	}
}
