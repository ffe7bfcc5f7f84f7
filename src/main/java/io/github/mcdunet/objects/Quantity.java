package io.github.mcdunet.objects;

/** What is measured with an interval. */
public enum Quantity {

	/** Area of an object. */
	AREA("area"),
	/** Length of an object along its skeleton. */
	LENGTH("length"),
	/** Mean intensity of an object in a channel. */
	INTENSITY("mean intensity"),
	/** Number of objects in an image. */
	COUNT("number of objects"),
	/** Area of all objects of an image together. */
	TOTAL_AREA("total area");

	private final String words;

	Quantity(final String words) {
		this.words = words;
	}

	/** As it is called within a sentence. */
	@Override
	public String toString() {
		return words;
	}
}
