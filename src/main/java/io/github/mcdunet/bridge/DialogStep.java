package io.github.mcdunet.bridge;

import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.forecast.ComputerSpeed;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.scijava.module.ModuleItem;

/** One dialog of ImageJ's: a field per parameter, checked while one types. */
final class DialogStep implements DialogListener {

	private final String title;
	private final String help;
	private final List<DialogField> fields = new ArrayList<>();
	private final Draft draft;
	private Notice notice;

	/** @param help address of the page that the Help button opens */
	DialogStep(final String title, final List<ModuleItem<?>> items, final CommandInputs inputs,
		final Draft draft, final String help) {
		this.title = title;
		this.help = help;
		this.draft = draft;
		for (final ModuleItem<?> item : items)
			fields.add(DialogField.of(item, inputs));
	}

	/**
	 * Values by parameter name, or empty if the person canceled. Fields left empty are left out.
	 */
	Optional<Map<String, Object>> ask() {
		// NB: GenericDialog records by label, in part even while it is built; what is recorded shall be the parameters' names.
		final boolean record = Recorder.record;
		Recorder.record = false;
		try {
			final GenericDialog dialog = new GenericDialog(title);
			fields.forEach(field -> field.addTo(dialog));
			notice = new Notice(dialog);
			dialog.addHelp(help);
			dialog.addDialogListener(this);
			final AtomicBoolean isOpen = new AtomicBoolean(true);
			if (draft.isForecast() && !ComputerSpeed.isKnown())
				ComputerSpeed.whenKnown(() -> EventQueue.invokeLater(() -> {
					if (isOpen.get()) update(dialog);
				}));
			update(dialog);
			dialog.showDialog();
			isOpen.set(false);
			settle();
			return dialog.wasCanceled() ? Optional.empty() : Optional.of(values(dialog));
		}
		finally {
			Recorder.record = record;
		}
	}

	/** Whether OK may be pressed; called at each change. */
	@Override
	public boolean dialogItemChanged(final GenericDialog dialog, final AWTEvent event) {
		// NB: without an event the dialog has been closed, and is about to be read
		return event == null || isFine(dialog);
	}

	private void update(final GenericDialog dialog) {
		dialog.resetCounters();
		dialog.getButtons()[0].setEnabled(isFine(dialog));
	}

	private boolean isFine(final GenericDialog dialog) {
		try {
			notice.show(draft.forecast(items(), values(dialog)), false);
			return true;
		}
		catch (final McdUnetException e) {
			notice.show(e.getMessage(), true);
			return false;
		}
	}

	private List<ModuleItem<?>> items() {
		return fields.stream().map(DialogField::item).collect(Collectors.toList());
	}

	/**
	 * NB: closing wakes this thread before it is through, and at its end starts the reading of the
	 * fields anew: let it finish.
	 */
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
			field.read(dialog).ifPresent(value -> values.put(field.item().getName(), value));
		return values;
	}
}
