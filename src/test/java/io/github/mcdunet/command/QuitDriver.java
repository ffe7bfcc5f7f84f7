package io.github.mcdunet.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Paths;

/**
 * Plays a person who trains and quits the program in the middle of it, in a Java machine of its
 * own. Argument: the model file.
 */
public final class QuitDriver {

	private QuitDriver() {
	}

	public static void main(final String[] args) throws Exception {
		final Commands commands = new Commands();
		final File model = new File(args[0]);
		final Object[] inputs = new TinyTraining(commands).with(model, "epochs", 100_000,
			"patience", 0);
		final Thread training = new Thread(() -> {
			try {
				commands.run(Train.class, inputs);
			}
			catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		});
		training.start();
		while (!Files.exists(Paths.get(args[0].replace(".zip", ".checkpoint.zip"))))
			Thread.sleep(20);
		System.exit(3);
	}
}
