package io.github.mcdunet.bridge;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.io.SaveDialog;

import io.github.mcdunet.command.dialog.TypedNumber;
import io.github.mcdunet.imagej.OpenImages;

import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.TextField;
import java.awt.event.ActionListener;
import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** A parameter as a field of ImageJ's dialog: how it is added, and how its value is read. */
final class DialogField {

	private static final String NO_IMAGE = "(none)";
	private static final int COLUMNS = 30;

	private final ModuleItem<?> item;
	private final Consumer<GenericDialog> adder;
	private final Function<GenericDialog, String> reader;
	private final Function<String, Object> converter;

	private DialogField(final ModuleItem<?> item, final Consumer<GenericDialog> adder,
		final Function<GenericDialog, String> reader, final Function<String, Object> converter) {
		this.item = item;
		this.adder = adder;
		this.reader = reader;
		this.converter = converter;
	}

	static DialogField of(final ModuleItem<?> item, final CommandInputs inputs) {
		final String label = item.getLabel();
		final Class<?> type = Types.box(item.getType());
		final String initial = type == ImagePlus.class ? "" : inputs.initial(item);
		final Function<String, Object> converter = text -> inputs.value(item, text);
		if (type == ImagePlus.class) return image(item, inputs);
		if (item.getChoices() != null && !item.getChoices().isEmpty())
			return new DialogField(item, dialog -> dialog.addChoice(label, choices(item), initial),
				GenericDialog::getNextChoice, converter);
		if (type == Boolean.class)
			return new DialogField(item,
				dialog -> dialog.addCheckbox(label, Boolean.parseBoolean(initial)),
				dialog -> String.valueOf(dialog.getNextBoolean()), converter);
		if (Number.class.isAssignableFrom(type)) return number(item, Double.parseDouble(initial));
		if (type == File.class) return file(item, initial, converter);
		return new DialogField(item, dialog -> dialog.addStringField(label, initial, COLUMNS),
			GenericDialog::getNextString, converter);
	}

	private static String[] choices(final ModuleItem<?> item) {
		return item.getChoices().stream().map(String::valueOf).toArray(String[]::new);
	}

	/** A list of the open images; by ID, as two may have the same title. */
	private static DialogField image(final ModuleItem<?> item, final CommandInputs inputs) {
		final List<String> titles = new ArrayList<>();
		final List<String> ids = new ArrayList<>();
		if (!item.isRequired() || OpenImages.all().isEmpty()) {
			titles.add(NO_IMAGE);
			ids.add("");
		}
		for (final ImagePlus image : OpenImages.all()) {
			titles.add(image.getTitle());
			ids.add(String.valueOf(image.getID()));
		}
		final int first = Math.max(0, ids.indexOf(inputs.likelyImage(item)));
		return new DialogField(item, dialog -> {
			dialog.addChoice(item.getLabel(), titles.toArray(new String[0]), titles.get(0));
			((Choice) dialog.getChoices().lastElement()).select(first);
		}, dialog -> ids.get(dialog.getNextChoiceIndex()), OpenImages::byId);
	}

	private static DialogField number(final ModuleItem<?> item, final double initial) {
		final boolean whole = Types.box(item.getType()) == Integer.class
			|| Types.box(item.getType()) == Long.class;
		final Deque<TextField> added = new ArrayDeque<>();
		return new DialogField(item, dialog -> {
			if ("slider".equals(item.getWidgetStyle()))
				dialog.addSlider(item.getLabel(), number(item.getMinimumValue()),
					number(item.getMaximumValue()), initial, item.getStepSize().doubleValue());
			else
				dialog.addNumericField(item.getLabel(), initial, whole ? 0 : decimals(initial));
			added.add((TextField) dialog.getNumericFields().lastElement());
		}, dialog -> {
			dialog.getNextNumber(); // NB: takes 0,5 for no number, and 20.5 for a whole one
			return added.getLast().getText();
		}, text -> TypedNumber.of(item, text));
	}

	private static double number(final Object bound) {
		return ((Number) bound).doubleValue();
	}

	/** As many decimals as the initial value needs, at least 2. */
	private static int decimals(final double value) {
		return Math.max(2, java.math.BigDecimal.valueOf(value).stripTrailingZeros().scale());
	}

	private static DialogField file(final ModuleItem<?> item, final String initial,
		final Function<String, Object> converter) {
		final String style = String.valueOf(item.getWidgetStyle());
		return new DialogField(item, dialog -> {
			if (style.contains("directory"))
				dialog.addDirectoryField(item.getLabel(), initial, COLUMNS);
			else if (style.contains("save")) addSaveField(dialog, item.getLabel(), initial);
			else
				dialog.addFileField(item.getLabel(), initial, COLUMNS);
		}, GenericDialog::getNextString, converter);
	}

	/** ImageJ has fields for files to open only, so that field's button gets another task. */
	private static void addSaveField(final GenericDialog dialog, final String label,
		final String initial) {
		dialog.addFileField(label, initial, COLUMNS);
		final TextField path = (TextField) dialog.getStringFields().lastElement();
		for (final Component component : path.getParent().getComponents())
			if (component instanceof Button) replaceAction((Button) component, event -> {
				final SaveDialog chooser = new SaveDialog(label, "", "");
				if (chooser.getFileName() != null)
					path.setText(chooser.getDirectory() + chooser.getFileName());
			});
	}

	private static void replaceAction(final Button button, final ActionListener action) {
		for (final ActionListener old : button.getActionListeners())
			button.removeActionListener(old);
		button.addActionListener(action);
	}

	ModuleItem<?> item() {
		return item;
	}

	void addTo(final GenericDialog dialog) {
		adder.accept(dialog);
	}

	/** The value, or empty if the person left the field empty or the image has been closed. */
	Optional<Object> read(final GenericDialog dialog) {
		final String text = reader.apply(dialog).trim();
		return text.isEmpty() ? Optional.empty() : Optional.ofNullable(converter.apply(text));
	}
}
