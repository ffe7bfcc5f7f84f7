package io.github.mcdunet.command.dialog;

import ij.Macro;
import ij.macro.Interpreter;

import java.awt.GraphicsEnvironment;
import java.util.Locale;

/** The macro that runs one of our commands. */
public final class CallingMacro {

	private CallingMacro() {
	}

	/** What the macro gives for a parameter, as text; empty if nothing, or if there is no macro. */
	static String value(final String parameter) {
		final String options = Macro.getOptions();
		return options == null ? "" : Macro.getValue(options, parameter.toLowerCase(Locale.US), "");
	}

	/**
	 * Keeps the macro from running its next line, and that with other images than it expects. Where
	 * there is no screen, a macro that runs is the one that called.
	 */
	public static void stop() {
		final Interpreter macro = Interpreter.getInstance();
		if (macro == null || Macro.getOptions() == null && !GraphicsEnvironment.isHeadless())
			return;
		// NB: it returns when the macro has ended, which waits for us; and after two seconds it kills the threads of its group, so it gets its own.
		final Thread abortion = new Thread(new ThreadGroup("Stopping a macro"), macro::abortMacro,
			"Stopping a macro");
		abortion.setDaemon(true);
		abortion.start();
		while (!macro.done() && abortion.isAlive())
			Thread.onSpinWait();
	}
}
