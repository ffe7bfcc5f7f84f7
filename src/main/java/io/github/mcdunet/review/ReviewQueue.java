package io.github.mcdunet.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The places of all images in the order in which looking at them is worth most: objects that may be
 * two or one with a neighbour, by the share of the samples that see them so; then those that may be
 * of another class, the least sure ones first; then the others, by the expected number of wrong
 * pixels. Immutable.
 */
public final class ReviewQueue {

	private final List<ReviewEntry> entries;
	private final List<ImageError> images = new ArrayList<>();
	private final double[] sums;

	/** @param places of every image, in any order */
	public ReviewQueue(final List<ReviewEntry> places) {
		final List<ReviewEntry> sorted = new ArrayList<>(places);
		sorted.sort(Comparator.comparingInt(ReviewQueue::rank)
			.thenComparing(Comparator.comparingDouble(ReviewQueue::worth).reversed()));
		entries = List.copyOf(sorted);
		sums = new double[entries.size() + 1];
		final Map<Integer, List<ReviewEntry>> byImage = new TreeMap<>();
		for (int i = 0; i < entries.size(); i++) {
			sums[i + 1] = sums[i] + entries.get(i).wrongPixels();
			byImage.computeIfAbsent(entries.get(i).image(), k -> new ArrayList<>())
				.add(entries.get(i));
		}
		byImage.forEach((image, of) -> images.add(new ImageError(image, of.size(),
			of.stream().mapToDouble(ReviewEntry::wrongPixels).sum())));
		images.sort(Comparator.comparingDouble(ImageError::wrongPixels).reversed());
	}

	private static int rank(final ReviewEntry entry) {
		return switch (entry.kind()) {
			case ONE_OR_TWO -> 0;
			case WHICH_CLASS -> 1;
			default -> 2;
		};
	}

	private static double worth(final ReviewEntry entry) {
		return switch (entry.kind()) {
			case ONE_OR_TWO -> entry.chances().otherCount();
			case WHICH_CLASS -> -entry.chances().ofClass();
			default -> entry.wrongPixels();
		};
	}

	/** Questions first, the others from the largest expected error down; equal ones as given. */
	public List<ReviewEntry> entries() {
		return entries;
	}

	/** From the largest expected error down; equal ones by their numbers. */
	public List<ImageError> images() {
		return List.copyOf(images);
	}

	/** Expected number of wrong pixels in all images. */
	public double total() {
		return sums[entries.size()];
	}

	/** So much of the expected error, 0..1; 0 if there is none at all. */
	public double share(final double wrongPixels) {
		return total() > 0 ? wrongPixels / total() : 0;
	}

	/** Share of the expected error in the first n entries, 0..1. */
	public double shareOfFirst(final int n) {
		return share(sums[n]);
	}
}
