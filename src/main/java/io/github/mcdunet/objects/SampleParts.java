package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often samples see several objects where the final mask has one, one where it has several, or
 * another class.
 * <p>
 * An object is two or more in a sample if at least two of the sample's objects have most of their
 * own pixels in it, each with at least a tenth of the object's pixels. It is one with a neighbour
 * if one of the sample's objects has at least half of its pixels and half of the neighbour's. Its
 * class in a sample is the one that most of its pixels have there, but the background.
 */
final class SampleParts {

	/** Least share of an object's pixels that a part of it has. */
	private static final double PART = 0.1;

	private final Labels labels;
	private final int[] areas;
	private final int classes;
	private final int[] split;
	private final int[] joined;
	/** How often two objects are one, by the number of the first and the second. */
	private final Map<Long, Integer> pairs = new HashMap<>();
	/** [objects][classes]. */
	private final int[][] votes;
	private int samples;

	/** @param classes number of classes, background included */
	SampleParts(final Labels labels, final int classes) {
		this.labels = labels;
		this.classes = classes;
		areas = labels.areas();
		split = new int[areas.length];
		joined = new int[areas.length];
		votes = new int[areas.length][classes];
	}

	/** Adds a sample's objects. Linear in the number of pixels. */
	void add(final Labels sample) {
		samples++;
		final int[] sampleAreas = sample.areas();
		final Map<Long, Integer> shared = new HashMap<>();
		final int[][] pixels = new int[areas.length][classes];
		for (int i = 0; i < labels.size(); i++) {
			final int object = labels.objects()[i], part = sample.objects()[i];
			if (object == 0 || part == 0) continue;
			shared.merge((long) part << 32 | object, 1, Integer::sum);
			pixels[object][sample.classes()[i]]++;
		}
		final int[] parts = new int[areas.length], wholes = new int[sampleAreas.length];
		shared.forEach((pair, n) -> {
			final int part = (int) (pair >> 32), object = pair.intValue();
			if (2 * n > sampleAreas[part] && n >= PART * areas[object]) parts[object]++;
			if (2 * n >= areas[object]) wholes[part]++;
		});
		for (int object = 1; object < areas.length; object++) {
			if (parts[object] > 1) split[object]++;
			vote(object, pixels[object]);
		}
		final Map<Integer, List<Integer>> together = new HashMap<>();
		shared.forEach((pair, n) -> {
			final int part = (int) (pair >> 32), object = pair.intValue();
			if (2 * n < areas[object] || wholes[part] < 2) return;
			joined[object]++;
			together.computeIfAbsent(part, k -> new ArrayList<>()).add(object);
		});
		for (final List<Integer> one : together.values())
			for (final int a : one)
				for (final int b : one)
					if (a != b) pairs.merge((long) a << 32 | b, 1, Integer::sum);
	}

	private void vote(final int object, final int[] pixels) {
		int best = 0;
		for (int k = 1; k < classes; k++)
			if (pixels[k] > pixels[best]) best = k;
		votes[object][best]++;
	}

	/** Share of the samples in which an object is two or more, 0..1. */
	double split(final int object) {
		return (double) split[object] / samples;
	}

	/** Share of the samples in which an object is one with a neighbour, 0..1. */
	double joined(final int object) {
		return (double) joined[object] / samples;
	}

	/**
	 * The neighbour with which an object is one in most samples; the first of several, 0 if there
	 * is none.
	 */
	int joinedWith(final int object) {
		int best = 0, most = 0;
		for (final Map.Entry<Long, Integer> pair : pairs.entrySet()) {
			final int other = pair.getKey().intValue(), n = pair.getValue();
			if ((int) (pair.getKey() >> 32) != object) continue;
			if (n > most || n == most && other < best) {
				best = other;
				most = n;
			}
		}
		return best;
	}

	/**
	 * Share of the samples in which an object is of a class, of those in which it is of any, 0..1;
	 * NaN if there is none.
	 */
	double isOfClass(final int object, final int of) {
		return (double) votes[object][of] / (samples - votes[object][0]);
	}
}
