package io.github.mcdunet.imagej;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.imagej.Truth.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads what is predicted and what is true from stacks that are to be compared. */
public final class ComparedLabels {

	private final Truth truth;

	/** @param truth what both stacks show, and whether the true one shows it of all pixels */
	public ComparedLabels(final Truth truth) {
		if (!truth.isStack())
			throw new IllegalArgumentException("No stack is compared: " + truth.kind());
		if (truth.kind() == Kind.OBJECTS) truth.checkObjects();
		this.truth = truth;
	}

	/**
	 * @param notes is told what the values were understood to mean
	 * @return one per image
	 * @throws McdUnetException if they cannot be meant
	 */
	public List<Labels> predicted(final ImagePlus prediction, final Consumer<String> notes) {
		tell(prediction, notes);
		switch (truth.kind()) {
			case OBJECTS :
				return LabelStacks.objects(prediction, notes);
			case CLASSES :
				return LabelStacks.anyClasses(prediction, false);
			default :
				return TruthMasks.read(prediction);
		}
	}

	/** As {@link #predicted}, of the truth, in which some pixels may be unlabelled. */
	public List<Labels> real(final ImagePlus stack, final Consumer<String> notes) {
		tell(stack, notes);
		switch (truth.kind()) {
			case OBJECTS :
				return LabelStacks.objects(stack, notes);
			case CLASSES :
				return known(stack, LabelStacks.anyClasses(stack, truth.sparse()));
			default :
				return truth.sparse() ? known(stack, LabelStacks.anyClasses(stack, true))
					: TruthMasks.read(stack, notes);
		}
	}

	private void tell(final ImagePlus stack, final Consumer<String> notes) {
		ImageStacks.checkPixels(stack);
		if (!truth.sparse())
			LabelLook.at(stack)
				.advice(stack.getTitle(), truth.kind(), "Masks", "Label images", "Class maps")
				.ifPresent(notes);
	}

	private static List<Labels> known(final ImagePlus stack, final List<Labels> labels) {
		if (labels.stream().allMatch(image -> image.known() == 0))
			throw new McdUnetException("'" + stack.getTitle()
				+ "' marks no pixel: all are 0, which stands for 'not marked'. Mark some (1 = background, 2, 3 ... = classes), or choose 'Complete'.");
		return labels;
	}

	/**
	 * The names of the classes but the background, as far as a prediction says them.
	 *
	 * @param labels of all that is compared, which may be of more classes
	 * @return empty if no classes are compared
	 */
	public List<String> classNames(final ImagePlus prediction, final Stream<Labels> labels) {
		if (truth.kind() != Kind.CLASSES) return List.of();
		final List<String> names = new ArrayList<>(
			ClassNames.of(prediction).orElse(List.of()).stream().map(LabelClass::name).toList());
		final int count = Math.max(2, labels.mapToInt(Labels::highestClass).max().orElse(1) + 1);
		for (int k = names.size(); k < count; k++)
			names.add(LabelClass.unnamed(count).get(k).name());
		return names.subList(1, names.size());
	}
}
