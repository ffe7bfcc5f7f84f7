package io.github.mcdunet.bridge;

import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.module.ModuleItem;

/** ImageJ's dialog for a command: one field per parameter, the parameters' descriptions under Help. */
final class CommandDialog {

	private final String title;
	private final CommandInputs inputs;
	private final List<DialogField> fields = new ArrayList<>();

	CommandDialog(final String title, final CommandInputs inputs) {
		this.title = title;
		this.inputs = inputs;
		for (final ModuleItem<?> item : inputs.items())
			fields.add(DialogField.of(item, inputs));
	}

	/** Values by parameter name, or empty if the person canceled. Fields left empty are left out. */
	Optional<Map<String, Object>> ask() {
		// NB: GenericDialog records by label, in part even while it is built; what is recorded shall be the parameters' names.
		final boolean record = Recorder.record;
		Recorder.record = false;
		try {
			final GenericDialog dialog = new GenericDialog(title);
			fields.forEach(field -> field.addTo(dialog));
			dialog.addHelp(help());
			dialog.showDialog();
			settle();
			return dialog.wasCanceled() ? Optional.empty() : Optional.of(values(dialog));
		}
		finally {
			Recorder.record = record;
		}
	}

	/** NB: closing wakes this thread before it is through, and at its end starts the reading of the fields anew: let it finish. */
	private static void settle() {
		if (EventQueue.isDispatchThread()) return;
		try {
			EventQueue.invokeAndWait(() -> {
			});
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException(e);
		}
	}

	private Map<String, Object> values(final GenericDialog dialog) {
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final DialogField field : fields)
			field.read(dialog).ifPresent(value -> {
				values.put(field.item().getName(), value);
				inputs.remember(field.item(), value);
			});
		return values;
	}

	private String help() {
		final StringBuilder html = new StringBuilder("<html><h2>").append(title).append("</h2><dl>");
		for (final DialogField field : fields)
			html.append("<dt><b>").append(field.item().getLabel()).append("</b></dt><dd>")
				.append(field.item().getDescription()).append("</dd>");
		return html.append("</dl>").toString();
	}
}
