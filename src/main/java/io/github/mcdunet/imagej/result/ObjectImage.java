package io.github.mcdunet.imagej.result;

/** An image of what was found, beside the mask and the maps. */
public enum ObjectImage {

	/** Each object by its number; touching objects are told apart. */
	LABELS("objects"),

	/** Each pixel of an object by the number of its class. */
	CLASSES("classes"),

	/** The mean probability of each class, one channel per class. */
	CLASS_PROBABILITIES("class probabilities");

	private final String label;

	ObjectImage(final String label) {
		this.label = label;
	}

	/** Last words of the image's title. */
	public String label() {
		return label;
	}
}
