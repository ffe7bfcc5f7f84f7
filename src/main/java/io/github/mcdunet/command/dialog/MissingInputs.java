package io.github.mcdunet.command.dialog;

import org.scijava.module.Module;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/** Says in Fiji what is missing or wrong when the dialogs are done. */
// NB: between SciJava's dialogs and its own check, which names parameters as a programmer does.
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY - 0.5)
public class MissingInputs extends CommandPreprocessor {

	@Override
	protected void prepare(final Module module) {
		InputChecks.check(module);
	}
}
