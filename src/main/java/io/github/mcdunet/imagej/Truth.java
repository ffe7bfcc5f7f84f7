package io.github.mcdunet.imagej;

import io.github.mcdunet.McdUnetException;

/**
 * How people have marked what is in their images.
 *
 * @param kind by what
 * @param sparse whether pixels that are not marked are unknown, instead of background
 */
public record Truth(Kind kind, boolean sparse) {

	/** By what pixels are marked. */
	public enum Kind {
		/** A stack in which 0 is background and everything else is object. */
		MASKS,
		/** A stack in which each object has its number. */
		OBJECTS,
		/** A stack in which each class has its number. */
		CLASSES,
		/** The ROIs of the images' overlay. */
		OVERLAY,
		/** ROIs that lie in the ROI Manager. */
		ROIS
	}

	/** Masks in which everything is marked. */
	public static final Truth MASKS = new Truth(Kind.MASKS, false);

	/** Everything is marked. */
	public static Truth complete(final Kind kind) {
		return new Truth(kind, false);
	}

	/**
	 * @throws McdUnetException if objects have numbers in a stack of which only some pixels are
	 * marked: there is no number for background
	 */
	void checkObjects() {
		if (sparse && kind == Kind.OBJECTS)
			throw new McdUnetException(
				"A label stack marks objects only, so that nothing says where background is. Choose 'Class stack' (1 = background, 2, 3 ... = classes, 0 = not marked) or ROIs in groups for marks of only some pixels.");
	}

	/** Whether it is in a stack of its own. */
	public boolean isStack() {
		return kind == Kind.MASKS || kind == Kind.OBJECTS || kind == Kind.CLASSES;
	}
}
