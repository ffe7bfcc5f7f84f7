package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.command.Train;

import java.util.Collections;
import java.util.Locale;

import javax.swing.JPanel;
import javax.swing.JTextField;

import org.junit.After;
import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.object.ObjectService;
import org.scijava.task.TaskService;
import org.scijava.widget.AbstractInputPanel;
import org.scijava.widget.WidgetModel;
import org.scijava.widget.WidgetService;

public class NumberFieldTest {

	private final Context context = new Context(CommandService.class, ModuleService.class,
		WidgetService.class, ConvertService.class, ObjectService.class, TaskService.class);
	private final Module train = context.service(ModuleService.class)
		.createModule(context.service(CommandService.class).getCommand(Train.class));

	@After
	public void dispose() {
		context.dispose();
	}

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

	private WidgetModel model(final Module module, final String name) {
		return context.service(WidgetService.class).createModel(new Panel(), module,
			module.getInfo().getInput(name), Collections.emptyList());
	}

	private static final class Panel extends AbstractInputPanel<JPanel, JPanel> {

		@Override
		public Class<JPanel> getWidgetComponentType() {
			return JPanel.class;
		}

		@Override
		public JPanel getComponent() {
			return null;
		}

		@Override
		public Class<JPanel> getComponentType() {
			return JPanel.class;
		}
	}
}
