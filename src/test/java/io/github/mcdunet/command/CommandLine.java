package io.github.mcdunet.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.TimeUnit;

import org.scijava.AbstractGateway;
import org.scijava.Context;

/** Another Java that runs a command without windows, as "fiji --headless --run" does. */
public final class CommandLine {

	private final Path home;
	private int exit;
	private String output;

	/** @param home folder for settings */
	public CommandLine(final File home) {
		this.home = home.toPath();
	}

	/** @param inputs such as "number=2,size=64" */
	public CommandLine run(final String command, final String inputs)
		throws IOException, InterruptedException {
		final File log = home.resolve("output.txt").toFile();
		final Process process = new ProcessBuilder(
			Paths.get(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
			"-Djava.awt.headless=true", "-Djava.util.prefs.userRoot=" + home, "-cp",
			System.getProperty("java.class.path"), Program.class.getName(), "--run", command,
			inputs).redirectErrorStream(true).redirectOutput(log).start();
		if (!process.waitFor(5, TimeUnit.MINUTES)) process.destroyForcibly().waitFor();
		exit = process.exitValue();
		output = Files.readString(log.toPath(), StandardCharsets.UTF_8);
		return this;
	}

	public int exit() {
		return exit;
	}

	/** What was written to the console. */
	public String output() {
		return output;
	}

	/** Starts SciJava as Fiji does. */
	public static final class Program extends AbstractGateway {

		public Program() {
			super("Test", new Context());
		}

		public static void main(final String... arguments) {
			new Program().launch(arguments);
		}

		@Override
		public String getShortName() {
			return "test";
		}
	}
}
