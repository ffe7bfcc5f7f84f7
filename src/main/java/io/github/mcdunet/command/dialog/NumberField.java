package io.github.mcdunet.command.dialog;

import io.github.mcdunet.McdUnetException;

import java.awt.BorderLayout;
import java.awt.Color;
import java.math.BigDecimal;

import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;

/**
 * A number in our dialogs in Fiji: takes 0.5 and 0,5 whatever the computer's language, turns red at
 * what is none; the command does not run with that.
 */
// NB: SciJava's own field goes by the language: in German it reads 0.5 as 5, in English 0,5 as 5.
@Plugin(type = InputWidget.class, priority = Priority.HIGH)
public class NumberField extends AbstractInputWidget<Number, JPanel> implements DocumentListener {

	private static final int COLUMNS = 10;
	private static final Color WRONG = new Color(255, 205, 195);

	private JPanel panel;
	private JTextField field;
	private Color fine;
	private Number value;

	@Override
	public boolean supports(final WidgetModel model) {
		return super.supports(model) && model.isNumber()
			&& model.getModule().getDelegateObject() instanceof CancelableCommand;
	}

	@Override
	public void set(final WidgetModel model) {
		super.set(model);
		value = (Number) model.getValue();
		command().typed(model.getItem().getName(), "");
		field = new JTextField(text(value), COLUMNS);
		fine = field.getBackground();
		field.setToolTipText(model.getItem().getDescription());
		field.getDocument().addDocumentListener(this);
		panel = new JPanel(new BorderLayout());
		panel.setBorder(BorderFactory.createEmptyBorder(3, 0, 3, 7));
		panel.add(field);
	}

	/** 0.005, not 5.0E-3. */
	private static String text(final Number number) {
		return number == null ? ""
			: new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
	}

	/** The number that is typed, or null if it is none; then the command does not run. */
	@Override
	public Number getValue() {
		return value;
	}

	private CancelableCommand command() {
		return (CancelableCommand) get().getModule().getDelegateObject();
	}

	private void read() {
		try {
			value = TypedNumber.of(get().getItem(), field.getText());
			command().typed(get().getItem().getName(), "");
			field.setBackground(fine);
			field.setToolTipText(get().getItem().getDescription());
			updateModel();
		}
		catch (final McdUnetException e) {
			value = null;
			command().typed(get().getItem().getName(), e.getMessage());
			field.setBackground(WRONG);
			field.setToolTipText(e.getMessage());
		}
	}

	@Override
	public void insertUpdate(final DocumentEvent e) {
		read();
	}

	@Override
	public void removeUpdate(final DocumentEvent e) {
		read();
	}

	@Override
	public void changedUpdate(final DocumentEvent e) {
		read();
	}

	@Override
	public void refreshWidget() {
		SwingUtilities.invokeLater(() -> {
			final Object now = get().getItem().getValue(get().getModule());
			if (now instanceof Number && !now.equals(value)) field.setText(text((Number) now));
		});
	}

	@Override
	public JPanel getComponent() {
		return panel;
	}

	@Override
	public Class<JPanel> getComponentType() {
		return JPanel.class;
	}
}
