package io.github.mcdunet.imagej;

import ij.ImagePlus;
import ij.WindowManager;

import io.github.mcdunet.McdUnetException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The images that are open in ImageJ. */
public final class OpenImages {

	private OpenImages() {
	}

	/** The active one. */
	public static Optional<ImagePlus> current() {
		return Optional.ofNullable(WindowManager.getCurrentImage());
	}

	/** In the order in which they were opened. */
	public static List<ImagePlus> all() {
		final List<ImagePlus> images = new ArrayList<>();
		final int[] ids = WindowManager.getIDList();
		if (ids != null) for (final int id : ids)
			images.add(WindowManager.getImage(id));
		return images;
	}

	/** The active one, then the others as they were opened. */
	public static List<ImagePlus> activeFirst() {
		final List<ImagePlus> images = all();
		current().ifPresent(active -> {
			images.remove(active);
			images.add(0, active);
		});
		return images;
	}

	/** An image by its ID, which two of the same title do not share. */
	public static ImagePlus byId(final String id) {
		return WindowManager.getImage(Integer.parseInt(id));
	}

	/**
	 * @param titleOrId a title, or an ID as a macro's getImageID() gives it
	 * @throws McdUnetException if there is none
	 */
	public static ImagePlus find(final String titleOrId) {
		for (final ImagePlus image : all())
			if (image.getTitle().equals(titleOrId)) return image;
		for (final ImagePlus image : all())
			if (String.valueOf(image.getID()).equals(titleOrId)) return image;
		final List<String> titles = new ArrayList<>();
		all().forEach(image -> titles.add("'" + image.getTitle() + "'"));
		throw new McdUnetException(
			"There is no open image '" + titleOrId + "'. " + (titles.isEmpty() ? "No image is open."
				: "Open are: " + String.join(", ", titles) + "."));
	}

	/** This title, or with the first number that makes it one that no open image has. */
	public static String uniqueTitle(final String title) {
		return numbered(title, freeNumber(List.of(title)));
	}

	/** The first number, from 0, with which none of these titles is an open image's. */
	public static int freeNumber(final Collection<String> titles) {
		final Set<String> taken = all().stream().map(ImagePlus::getTitle)
			.collect(Collectors.toSet());
		int number = 0;
		while (isTaken(titles, number, taken))
			number++;
		return number;
	}

	private static boolean isTaken(final Collection<String> titles, final int number,
		final Set<String> taken) {
		return titles.stream().anyMatch(title -> taken.contains(numbered(title, number)));
	}

	/** As ImageJ numbers titles: "Worms", "Worms-1", "Worms-2". */
	public static String numbered(final String title, final int number) {
		return number == 0 ? title : title + "-" + number;
	}
}
