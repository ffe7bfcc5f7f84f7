package io.github.mcdunet.command.dialog;

import ij.io.SaveDialog;
import ij.macro.Interpreter;

import io.github.mcdunet.view.Question;

import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Optional;

import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/** Asks where to write what cannot be written where it was wanted. */
@FunctionalInterface
public interface OtherPlace {

	String AGAIN = "Try again", ELSEWHERE = "Another place...";

	/**
	 * @param problem a sentence or more
	 * @param wanted where it cannot be written
	 * @return where to try next, may be the same place; empty to give up
	 */
	Optional<Path> choose(String problem, Path wanted);

	/** Asks the person, where there is a screen and no macro waits. */
	static OtherPlace ofScreen() {
		return GraphicsEnvironment.isHeadless() || Interpreter.getInstance() != null
			? (problem, wanted) -> Optional.empty() : OtherPlace::ask;
	}

	private static Optional<Path> ask(final String problem, final Path wanted) {
		return switch (answer(problem)) {
			case AGAIN -> Optional.of(wanted);
			case ELSEWHERE -> elsewhere(wanted);
			default -> Optional.empty();
		};
	}

	private static String answer(final String problem) {
		final String[] answer = { "" };
		try {
			SwingUtilities.invokeAndWait(() -> {
				final JFrame owner = new JFrame("The model is still in memory");
				answer[0] = Question.ask(owner,
					"<html><div style='width: 400px'>"
						+ problem.replace("&", "&amp;").replace("<", "&lt;") + "</div></html>",
					List.of(ELSEWHERE, AGAIN, "Temporary folder"));
				owner.dispose();
			});
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException(e);
		}
		return answer[0];
	}

	private static Optional<Path> elsewhere(final Path wanted) {
		final SaveDialog dialog = new SaveDialog("Write the model to",
			wanted.getFileName().toString(), "");
		return Optional.ofNullable(dialog.getFileName())
			.map(name -> Paths.get(dialog.getDirectory(), name));
	}
}
