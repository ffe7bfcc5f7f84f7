package io.github.mcdunet.review;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.objects.ConnectedComponents;
import io.github.mcdunet.objects.NearestObject;
import io.github.mcdunet.objects.ObjectFeatures;
import io.github.mcdunet.objects.ObjectPixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides an image into the places that a person may look at: the mask's objects, areas where one
 * may have been missed, and the rest. Each pixel's expected error counts for the nearest object or
 * area within {@link #REACH}, or else for the rest, so that the places together have the whole.
 */
public final class ReviewPlaces {

	/**
	 * In pixels: what is uncertain along an outline belongs to the object, what is farther away
	 * does not.
	 */
	static final double REACH = 10;

	/** Of one in five such pixels the mask is wrong. */
	static final double UNSURE = 0.2;

	/** In pixels; nearer to an object, doubt is about its outline. */
	static final double RIM = 3;

	private ReviewPlaces() {
	}

	/**
	 * Linear in the number of pixels.
	 *
	 * @param image its number, from 0
	 * @param mask of the maps' width and height
	 * @param maps of the same image, with probability and entropy
	 * @param smallestMissed smaller areas are not taken for missed objects, in pixels
	 * @return the objects in the order of their labels, then the areas, then the rest if there is
	 * any
	 */
	public static List<ReviewEntry> of(final int image, final Labels mask,
		final UncertaintyMaps maps, final int smallestMissed) {
		return ofObjects(image, ConnectedComponents.label(mask, 0), maps, smallestMissed);
	}

	/**
	 * The same for objects that are told apart.
	 *
	 * @param objects numbered, of the maps' width and height; each of one class
	 */
	public static List<ReviewEntry> ofObjects(final int image, final Labels objects,
		final UncertaintyMaps maps, final int smallestMissed) {
		final Labels mask = objects.foregroundMask();
		final Labels missed = missed(objects, maps.probability(), smallestMissed);
		final Labels all = joined(objects, missed);
		final double[] errors = EstimatedError.perRegion(all, mask, maps.probability(), REACH);
		final int[][] pixels = ObjectPixels.of(all);
		final List<ReviewEntry> places = new ArrayList<>();
		for (final ObjectFeatures f : ObjectFeatures.of(all, maps)) {
			if (f.area() == 0) continue; // a number that no pixel has
			final boolean object = f.label() <= objects.objectCount();
			places.add(ReviewEntry.of(image, object ? ReviewKind.OBJECT : ReviewKind.MAYBE_MISSED,
				object ? f.label() : f.label() - objects.objectCount(), pixels[f.label() - 1], f,
				errors[f.label()]));
		}
		for (final ObjectFeatures f : ObjectFeatures.of(rest(all), maps))
			places.add(ReviewEntry.of(image, ReviewKind.ELSEWHERE, 1, new int[0], f, errors[0]));
		return places;
	}

	/**
	 * Where the mask may have missed an object: connected areas of the background in which the
	 * probability is still {@link #UNSURE} or more (an entropy of 0.50 nats, nearly three quarters
	 * of the greatest) and that are not just the blurred rim of an object.
	 */
	private static Labels missed(final Labels objects, final float[] probability,
		final int minimumArea) {
		final int[] near = NearestObject.zones(objects, RIM);
		final byte[] unsure = new byte[near.length];
		for (int i = 0; i < near.length; i++)
			if (near[i] == 0 && probability[i] >= UNSURE) unsure[i] = 1;
		return ConnectedComponents
			.label(Labels.ofClasses(unsure, objects.width(), objects.height()), minimumArea);
	}

	private static Labels joined(final Labels objects, final Labels missed) {
		final int[] labels = objects.objects().clone();
		for (int i = 0; i < labels.length; i++)
			if (missed.objects()[i] != 0) labels[i] = objects.objectCount() + missed.objects()[i];
		final byte[] classes = objects.classes().clone();
		for (int i = 0; i < classes.length; i++)
			if (missed.objects()[i] != 0) classes[i] = Labels.FOREGROUND;
		return Labels.of(classes, labels, objects.width(), objects.height(),
			objects.objectCount() + missed.objectCount());
	}

	/** What is far from all places as one region, none if nothing is. */
	private static Labels rest(final Labels all) {
		final int[] rest = NearestObject.zones(all, REACH);
		for (int i = 0; i < rest.length; i++)
			rest[i] = rest[i] == 0 ? 1 : 0;
		return Labels.ofObjects(rest, all.width(), all.height(),
			Arrays.stream(rest).max().orElse(0));
	}
}
