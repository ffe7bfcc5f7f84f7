package io.github.mcdunet.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind of pixel that people tell from others, such as "nucleus".
 *
 * @param name not blank
 * @param color 0xRRGGBB
 */
public record LabelClass(String name, int color) {

	/** What a mask tells apart. */
	public static final List<LabelClass> OF_MASKS = List.of(new LabelClass("background", 0),
		new LabelClass("object", 0xffffff));

	/**
	 * Of classes that nobody gave a color: Okabe and Ito's, which colour-blind people tell apart.
	 */
	private static final int[] COLORS = { 0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2,
		0xd55e00, 0xcc79a7, 0x999999 };

	/** @throws IllegalArgumentException if the name is blank or the color is none */
	public LabelClass {
		if (name.isBlank()) throw new IllegalArgumentException("A class without a name");
		if ((color & ~0xffffff) != 0)
			throw new IllegalArgumentException("Color " + Integer.toHexString(color));
	}

	/**
	 * Classes without names and colors of their own: "background", "class 1", "class 2" ...
	 *
	 * @param count K, background included, &gt;= 2; of two the names are a mask's
	 */
	public static List<LabelClass> unnamed(final int count) {
		if (count == 2) return OF_MASKS;
		final List<LabelClass> classes = new ArrayList<>(List.of(OF_MASKS.get(0)));
		for (int k = 1; k < count; k++)
			classes.add(of("class " + k, k));
		return List.copyOf(classes);
	}

	/**
	 * A class with the color of its place.
	 *
	 * @param place 1 is the first after the background
	 */
	public static LabelClass of(final String name, final int place) {
		return new LabelClass(name, COLORS[(place - 1) % COLORS.length]);
	}
}
