package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import java.util.Locale;

import javax.swing.JTextField;

import org.junit.Test;
import org.scijava.module.Module;
import org.scijava.widget.WidgetService;

public class NumberFieldTest extends WidgetContext {

	private final Module train = train();

	@Test
	public void aNumberIsTakenInEveryCountry() {
		final Locale before = Locale.getDefault();
		try {
			for (final String language : new String[]{ "en-US", "de-DE" }) {
				Locale.setDefault(Locale.forLanguageTag(language));
				final JTextField rate = field("learningRate");
				for (final String text : new String[]{ "0,25", "0.25", ".25" }) {
					rate.setText(text);
					assertEquals(language + " " + text, 0.25, train.getInput("learningRate"));
				}
				final JTextField epochs = field("epochs");
				epochs.setText("20.0");
				assertEquals(20, train.getInput("epochs"));
			}
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	public void itStartsWithTheValueAsAPersonWritesIt() {
		assertEquals("0.005", field("learningRate").getText());
		assertEquals("120", field("epochs").getText());
	}

	@Test
	public void whatIsNoNumberIsMarkedAndStopsTheCommand() {
		final JTextField epochs = field("epochs");
		epochs.setText("1,000");
		assertFalse(epochs.getBackground().equals(new JTextField().getBackground()));
		final String message = assertThrows(McdUnetException.class, () -> InputChecks.check(train))
			.getMessage();
		assertTrue(message, message.contains("'1,000'"));
		assertTrue(epochs.getToolTipText(), epochs.getToolTipText().contains("'1,000'"));
		epochs.setText("1000");
		assertEquals(1000, train.getInput("epochs"));
		assertFalse(assertThrows(McdUnetException.class, () -> InputChecks.check(train))
			.getMessage().contains("1,000"));
	}

	private JTextField field(final String name) {
		final NumberField field = (NumberField) context.service(WidgetService.class)
			.create(model(train, name));
		return (JTextField) field.getComponent().getComponent(0);
	}
}
