package io.github.mcdunet.imagej.result;

import ij.ImagePlus;

import io.github.mcdunet.objects.ObjectMeasurement;
import io.github.mcdunet.review.ObjectChances;
import io.github.mcdunet.review.ReviewEntry;
import io.github.mcdunet.workflow.SegmentedImage;
import io.github.mcdunet.workflow.SegmentedObject;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a label image's properties say of its objects: class and confidence, and how often the
 * samples see them as two, as one with a neighbour, and as of their class. ImageJ keeps them in a
 * TIFF file too.
 * <p>
 * The property "mcdunet.objects.1" is of the first image, with an entry for each object: "3 1 0.87
 * 0.2 0.05 4 0.95" is object 3 of class 1 with the confidence 0.87, two or more in a fifth of the
 * samples, one with a neighbour in a twentieth, mostly with object 4, and of its class in nineteen
 * of twenty. NaN is not known. Entries are parted by "; ".
 */
public final class ObjectNotes {

	private static final String KEY = "mcdunet.objects.";

	private record Note(int ofClass, double confidence, ObjectChances chances) {
	}

	private final Map<String, Note> notes = new HashMap<>();

	private ObjectNotes() {
	}

	/** The text of an image's objects. */
	static String text(final SegmentedImage image) {
		return image.objects().stream().map(ObjectNotes::text).collect(Collectors.joining("; "));
	}

	private static String text(final SegmentedObject object) {
		final Optional<ObjectMeasurement> m = object.measurement();
		return String.format(Locale.ROOT, "%d %d %.4g %.4g %.4g %d %.4g", object.features().label(),
			object.features().ofClass(), m.map(ObjectMeasurement::agreement).orElse(Double.NaN),
			m.map(ObjectMeasurement::split).orElse(Double.NaN),
			m.map(ObjectMeasurement::joined).orElse(Double.NaN),
			m.map(ObjectMeasurement::joinedWith).orElse(0),
			m.map(ObjectMeasurement::ofClass).orElse(Double.NaN));
	}

	/**
	 * Keeps what is said of an image's objects.
	 *
	 * @param number of the image, from 0
	 */
	static void put(final ImagePlus labels, final int number, final String text) {
		labels.setProp(KEY + (number + 1), text);
	}

	/** What a label image says; one that no prediction made says nothing. */
	public static ObjectNotes of(final ImagePlus labels) {
		final ObjectNotes all = new ObjectNotes();
		for (int i = 0; i < labels.getStackSize(); i++) {
			final String text = labels.getProp(KEY + (i + 1));
			if (text != null) for (final String entry : text.split("; "))
				all.read(i, entry.trim().split(" "));
		}
		return all;
	}

	/** NB: what somebody has changed by hand is not known. */
	private void read(final int image, final String[] cells) {
		if (cells.length != 7) return;
		try {
			notes.put(key(image, Integer.parseInt(cells[0])),
				new Note(Integer.parseInt(cells[1]), Double.parseDouble(cells[2]),
					new ObjectChances(Double.parseDouble(cells[3]), Double.parseDouble(cells[4]),
						Integer.parseInt(cells[5]), Double.parseDouble(cells[6]))));
		}
		catch (final NumberFormatException e) {
			return;
		}
	}

	/**
	 * The number of an object's class; 1 if that is not known.
	 *
	 * @param image its number, from 0
	 */
	public int classOf(final int image, final int object) {
		final Note note = notes.get(key(image, object));
		return note == null ? 1 : Math.max(1, note.ofClass());
	}

	/** Whether anything is known of how often the samples see an object in another way. */
	public boolean haveChances() {
		return notes.values().stream().anyMatch(note -> note.chances().isKnown());
	}

	/**
	 * The entry with what is known of its object, or as it is if nothing is.
	 *
	 * @param severalClasses whether it is asked which class it is of
	 */
	public ReviewEntry on(final ReviewEntry entry, final boolean severalClasses) {
		final Note note = notes.get(key(entry.image(), entry.number()));
		if (note == null || !entry.kind().isPredicted()) return entry;
		final ObjectChances c = note.chances();
		return entry.withConfidence(note.confidence()).withChances(
			severalClasses ? c : new ObjectChances(c.split(), c.joined(), c.partner(), Double.NaN));
	}

	private static String key(final int image, final int object) {
		return image + "-" + object;
	}
}
