package io.github.mcdunet.command.dialog;

import io.github.mcdunet.McdUnetException;

import java.awt.GraphicsEnvironment;

import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/** Says in Fiji what is missing or wrong when the dialogs are done. */
// NB: between SciJava's dialogs and its own check, which names parameters as a programmer does.
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY - 0.5)
public class MissingInputs extends AbstractPreprocessorPlugin {

	@Parameter
	private LogService log;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof CancelableCommand)) return;
		try {
			InputChecks.check(module);
		}
		catch (final McdUnetException e) {
			// NB: without a screen nobody else tells the reason.
			if (GraphicsEnvironment.isHeadless())
				log.error(module.getInfo().getTitle() + " " + e.getMessage());
			CallingMacro.stop();
			cancel(e.getMessage());
		}
	}
}
