package io.github.mcdunet.command.dialog;

import ij.Macro;
import ij.macro.Interpreter;

import java.util.Locale;

/** The macro that runs one of our commands in Fiji. */
final class CallingMacro {

	private CallingMacro() {
	}

	/** What the macro gives for a parameter, as text; empty if nothing, or if there is no macro. */
	static String value(final String parameter) {
		final String options = Macro.getOptions();
		return options == null ? "" : Macro.getValue(options, parameter.toLowerCase(Locale.US), "");
	}

	/**
	 * Fiji would continue with the next line, and that with other images than it expects; plain
	 * ImageJ's bridge stops too.
	 */
	static void stop() {
		if (Macro.getOptions() != null) Interpreter.abort();
	}
}
