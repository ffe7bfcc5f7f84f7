package io.github.mcdunet.objects;

import io.github.mcdunet.dataset.Labels;

/** Which class an object is of: the one that most of its pixels have. */
public final class ObjectClasses {

	private ObjectClasses() {
	}

	/**
	 * Linear in the number of pixels, and in that of objects times classes.
	 *
	 * @param objects numbered; their own classes do not matter
	 * @param classes [H, W] row-major; background and unlabelled pixels have no vote
	 * @return the same objects, all pixels of each of one class: the smallest of those that most of
	 * its pixels have, the first class if none has one
	 */
	public static Labels majority(final Labels objects, final byte[] classes) {
		int last = Labels.FOREGROUND;
		for (final byte c : classes)
			last = Math.max(last, c);
		final int[] numbers = objects.objects();
		if (last == Labels.FOREGROUND)
			return Labels.ofObjects(numbers, objects.width(), objects.height(),
				objects.objectCount());
		final int[][] votes = new int[objects.objectCount() + 1][last + 1];
		for (int i = 0; i < classes.length; i++)
			if (classes[i] > 0) votes[numbers[i]][classes[i]]++;
		final byte[] winners = new byte[votes.length];
		for (int object = 1; object < votes.length; object++) {
			winners[object] = Labels.FOREGROUND;
			for (int c = Labels.FOREGROUND + 1; c <= last; c++)
				if (votes[object][c] > votes[object][winners[object]]) winners[object] = (byte) c;
		}
		final byte[] own = new byte[classes.length];
		for (int i = 0; i < own.length; i++)
			own[i] = winners[numbers[i]];
		return Labels.of(own, numbers, objects.width(), objects.height(), objects.objectCount());
	}
}
