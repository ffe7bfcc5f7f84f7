package io.github.mcdunet.imagej;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;

import java.util.List;

/**
 * Labels with what their classes are called.
 *
 * @param labels one per image
 * @param classes the background first
 */
record LabeledClasses(List<Labels> labels, List<LabelClass> classes) {

	/** Of masks, or of objects of one class. */
	LabeledClasses(final List<Labels> labels) {
		this(labels, LabelClass.OF_MASKS);
	}
}
