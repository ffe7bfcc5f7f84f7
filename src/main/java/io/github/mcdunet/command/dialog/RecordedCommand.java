package io.github.mcdunet.command.dialog;

import ij.plugin.frame.Recorder;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Writes what a person has given in Fiji's dialogs into the macro recorder, as plain ImageJ does.
 */
// NB: before results are shown, as Fiji's own recording then finds no command any more; by itself it comes after them, and loses the parameters if a window's own action runs at that time.
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_HIGH)
public class RecordedCommand extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!Recorder.record || !(module.getDelegateObject() instanceof CancelableCommand)
			|| !((CancelableCommand) module.getDelegateObject()).isAskedFor()) return;
		Recorder.setCommand(label(module.getInfo()));
		OptionRecorder.record(DialogItems.all(module.getInfo()), item -> item.getValue(module));
		Recorder.saveCommand();
	}

	private static String label(final ModuleInfo command) {
		return command.getMenuPath().getLeaf().getName();
	}
}
