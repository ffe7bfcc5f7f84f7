package io.github.mcdunet.imagej.result;

/** An image of what was found, beside the mask and the maps. */
public enum ObjectImage {

	/** Each object by its number; touching objects are told apart. */
	LABELS("objects", "-objects.tif"),

	/** How deep inside of its object each pixel lies, from 0 at the edge to 1. */
	SEPARATION("separation", "-separation.tif"),

	/** Each pixel of an object by the number of its class. */
	CLASSES("classes", "-classes.tif"),

	/** The mean probability of each class, one channel per class. */
	CLASS_PROBABILITIES("class probabilities", "-class-probabilities.tif");

	private final String label;
	private final String fileEnding;

	ObjectImage(final String label, final String fileEnding) {
		this.label = label;
		this.fileEnding = fileEnding;
	}

	/** Last words of the image's title. */
	public String label() {
		return label;
	}

	/** Follows the image's name in the name of a file. */
	String fileEnding() {
		return fileEnding;
	}
}
