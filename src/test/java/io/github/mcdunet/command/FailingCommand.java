package io.github.mcdunet.command;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;

import org.scijava.plugin.Parameter;

/**
 * A command that ends in a way of one's choice. NB: not annotated, so that it is in no list of our
 * commands.
 */
public class FailingCommand extends CancelableCommand {

	@Parameter
	private String how;

	@Override
	protected void execute(final Progress progress) {
		switch (how) {
			case "memory" :
				throw new OutOfMemoryError("Java heap space");
			case "sentence" :
				throw new McdUnetException("The image is upside down.");
			default :
				throw new IllegalStateException("a bug");
		}
	}
}
