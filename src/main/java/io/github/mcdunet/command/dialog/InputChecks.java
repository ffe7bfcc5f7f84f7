package io.github.mcdunet.command.dialog;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;

import java.io.File;
import java.math.BigDecimal;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Checks parameters against what their declarations say, as only SciJava's dialogs do: macros and
 * scripts pass anything. SciJava turns an unknown title into an image without pixels; such an image
 * counts as not given.
 */
public final class InputChecks {

	private InputChecks() {
	}

	/**
	 * @throws McdUnetException if a needed parameter is missing, or a value is out of its range or
	 * not among the choices
	 */
	static void check(final Module module) {
		if (module.getDelegateObject() instanceof CancelableCommand)
			((CancelableCommand) module.getDelegateObject()).checkTyped();
		check(module, module.getInfo().inputs());
	}

	/** As {@link #check(Module)}, but of these parameters only. */
	public static void check(final Module module, final Iterable<ModuleItem<?>> items) {
		for (final ModuleItem<?> item : items)
			if (isGiven(item.getValue(module))) checkValue(item, item.getValue(module));
			else if (item.isRequired()) throw new McdUnetException(missing(item));
	}

	/** As {@link #check(Module, Iterable)}, but nothing needs to be given yet. */
	public static void checkValues(final Module module, final Iterable<ModuleItem<?>> items) {
		for (final ModuleItem<?> item : items)
			if (isGiven(item.getValue(module))) checkValue(item, item.getValue(module));
	}

	private static void checkValue(final ModuleItem<?> item, final Object value) {
		if (value instanceof Number) checkRange(item, (Number) value);
		else if (item.getChoices() != null && !item.getChoices().isEmpty()
			&& !item.getChoices().contains(value))
			throw new McdUnetException("'" + item.getLabel() + "' must be one of "
				+ item.getChoices() + ", not '" + value + "'.");
	}

	private static String missing(final ModuleItem<?> item) {
		final String title = CallingMacro.value(item.getName());
		if (item.getType() == ImagePlus.class && !title.isEmpty())
			return "No image '" + title + "' is open, which the macro gives for '" + item.getLabel()
				+ "'. Open it first; its title is what its window says.";
		if (item.getType() == ImagePlus.class)
			return "No image is given for '" + item.getLabel()
				+ "'. Open the image first and choose it; a macro names it by its title.";
		return "'" + item.getLabel() + "' is missing. " + item.getDescription();
	}

	private static void checkRange(final ModuleItem<?> item, final Number value) {
		final Number min = (Number) item.getMinimumValue(), max = (Number) item.getMaximumValue();
		final double v = value.doubleValue();
		if (min != null && !(v >= min.doubleValue()) || max != null && !(v <= max.doubleValue()))
			throw new McdUnetException("'" + item.getLabel() + "' must be "
				+ (max == null ? "at least " + plain(min) : plain(min) + " to " + plain(max))
				+ ", not " + plain(value) + ".");
	}

	/** 1 instead of 1.0, 0.0000001 instead of 1.0E-7. */
	private static String plain(final Number number) {
		return Double.isFinite(number.doubleValue())
			? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
			: number.toString();
	}

	/** Whether there is an image with pixels, a path, a text or a number. */
	public static boolean isGiven(final Object value) {
		if (value instanceof ImagePlus) return ((ImagePlus) value).getProcessor() != null;
		if (value instanceof File) return !((File) value).getPath().trim().isEmpty();
		return value != null && !value.toString().isEmpty();
	}
}
