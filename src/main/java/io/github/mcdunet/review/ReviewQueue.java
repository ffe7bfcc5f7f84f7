package io.github.mcdunet.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The places of all images in the order in which looking at them is worth most: by the expected
 * number of wrong pixels. Immutable.
 */
public final class ReviewQueue {

	private final List<ReviewEntry> entries;
	private final List<ImageError> images = new ArrayList<>();
	private final double[] sums;

	/** @param places of every image, in any order */
	public ReviewQueue(final List<ReviewEntry> places) {
		final List<ReviewEntry> sorted = new ArrayList<>(places);
		sorted.sort(Comparator.comparingDouble(ReviewEntry::wrongPixels).reversed());
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

	/** From the largest expected error down; equal ones in the order in which they were given. */
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
