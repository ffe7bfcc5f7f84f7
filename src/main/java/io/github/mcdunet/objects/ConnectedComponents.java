package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;

import java.util.Arrays;

/**
 * Finds the connected objects of a mask in two passes with union-find (Rosenfeld and Pfaltz 1966,
 * https://doi.org/10.1145/321356.321357). Pixels of one class that touch by a side or a corner
 * belong together, as in ImageJ's Analyze Particles.
 */
public final class ConnectedComponents {

	private final int width;
	private final int height;
	private final byte[] classes;
	private final int[] labels;
	private int[] parents = new int[64];
	private int used = 1;

	private ConnectedComponents(final Labels mask) {
		width = mask.width();
		height = mask.height();
		classes = mask.classes();
		labels = new int[mask.size()];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				if (mask.isForeground(y * width + x)) labels[y * width + x] = provisional(x, y);
	}

	/**
	 * Linear in the number of pixels.
	 *
	 * @param mask any class but the background is foreground; objects are of one class
	 * @param minimumArea objects of fewer pixels become background
	 * @return objects numbered 1..n in the order of their first pixels, row by row from the top
	 * left
	 */
	public static Labels label(final Labels mask, final int minimumArea) {
		return new ConnectedComponents(mask).finished(minimumArea);
	}

	private int provisional(final int x, final int y) {
		final byte of = classes[y * width + x];
		final int west = at(x - 1, y, of), northWest = at(x - 1, y - 1, of);
		final int north = at(x, y - 1, of), northEast = at(x + 1, y - 1, of);
		// North touches all the others, and north-west touches west: only north-east can bring two objects together
		if (north != 0) return north;
		final int left = west != 0 ? west : northWest;
		if (left != 0 && northEast != 0) return union(left, northEast);
		return left != 0 ? left : northEast != 0 ? northEast : fresh();
	}

	/** The label of a pixel, if it is of a class. */
	private int at(final int x, final int y, final byte of) {
		return x < 0 || y < 0 || x >= width || classes[y * width + x] != of ? 0
			: labels[y * width + x];
	}

	private int fresh() {
		if (used == parents.length) parents = Arrays.copyOf(parents, 2 * used);
		parents[used] = used;
		return used++;
	}

	/** The smaller root wins, so that a root is always the label of its object's first pixel. */
	private int union(final int a, final int b) {
		final int rootA = root(a), rootB = root(b), root = Math.min(rootA, rootB);
		parents[rootA] = root;
		parents[rootB] = root;
		return root;
	}

	private int root(final int label) {
		int i = label;
		while (parents[i] != i) {
			parents[i] = parents[parents[i]];
			i = parents[i];
		}
		return i;
	}

	private Labels finished(final int minimumArea) {
		final int[] areas = new int[used];
		for (int i = 0; i < labels.length; i++)
			if (labels[i] != 0) areas[labels[i] = root(labels[i])]++;
		final int[] numbers = new int[used];
		int count = 0;
		for (int root = 1; root < used; root++)
			if (areas[root] > 0 && areas[root] >= minimumArea) numbers[root] = ++count;
		for (int i = 0; i < labels.length; i++)
			labels[i] = numbers[labels[i]];
		final byte[] own = new byte[labels.length];
		for (int i = 0; i < own.length; i++)
			if (labels[i] != 0) own[i] = classes[i];
		return Labels.of(own, labels, width, height, count);
	}
}
