package io.github.mcdunet.command.dialog;

import io.github.mcdunet.command.Train;

import java.util.Collections;

import javax.swing.JPanel;

import org.junit.After;
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

/** A context that makes the fields of a dialog, for tests of them. */
abstract class WidgetContext {

	final Context context = new Context(CommandService.class, ModuleService.class,
		WidgetService.class, ConvertService.class, ObjectService.class, TaskService.class);

	@After
	public void dispose() {
		context.dispose();
	}

	/** A new run of the training's command. */
	Module train() {
		return context.service(ModuleService.class)
			.createModule(context.service(CommandService.class).getCommand(Train.class));
	}

	WidgetModel model(final Module module, final String name) {
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
