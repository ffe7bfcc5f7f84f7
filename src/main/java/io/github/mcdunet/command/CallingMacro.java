package io.github.mcdunet.command;

import ij.Macro;
import ij.macro.Interpreter;

/** The macro that runs one of our commands in Fiji. */
final class CallingMacro {

	private CallingMacro() {
	}

	/** Fiji would go on with the next line, and that with other images than it expects; plain ImageJ's bridge stops too. */
	static void stop() {
		if (Macro.getOptions() != null) Interpreter.abort();
	}
}
