package io.github.mcdunet.command.dialog;

import io.github.mcdunet.McdUnetException;

import java.awt.GraphicsEnvironment;

import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.plugin.Parameter;

/**
 * A step before our commands run in Fiji. What the person can mend cancels the command with a
 * sentence.
 */
abstract class CommandPreprocessor extends AbstractPreprocessorPlugin {

	@Parameter
	private LogService log;

	@Override
	public final void process(final Module module) {
		if (!(module.getDelegateObject() instanceof CancelableCommand)) return;
		try {
			prepare(module);
		}
		catch (final McdUnetException e) {
			// NB: without a screen nobody else tells the reason.
			if (GraphicsEnvironment.isHeadless())
				log.error(module.getInfo().getTitle() + " " + e.getMessage());
			cancel(e.getMessage());
		}
	}

	/**
	 * @param module one of our commands
	 * @throws McdUnetException if it shall not run
	 */
	protected abstract void prepare(Module module);
}
