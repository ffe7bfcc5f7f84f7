package io.github.mcdunet.command.dialog;

import java.util.Arrays;

/** A run without windows that a command line starts, and that ends with its macro or script. */
public final class CommandLineRun {

	/** What a batch system takes for a failure. */
	private static final int FAILED = 1;

	/** NB: longer than Java's shutdown hooks need when nothing holds them up. */
	private static final long PATIENCE = 2000;

	private CommandLineRun() {
	}

	/** Whether this thread is the one that carries out the command line of Fiji or ImageJ. */
	public static boolean isCalling() {
		return Arrays.stream(Thread.currentThread().getStackTrace())
			.anyMatch(CommandLineRun::isCommandLine);
	}

	private static boolean isCommandLine(final StackTraceElement call) {
		return switch (call.getClassName()) {
			case "org.scijava.AbstractGateway" -> call.getMethodName().equals("launch");
			case "ij.ImageJ" -> call.getMethodName().equals("main");
			default -> call.getClassName().startsWith("net.imagej.legacy.LegacyCommandline");
		};
	}

	/** Ends Java with an exit code that says that something failed. */
	public static void fail() {
		// NB: in a thread of its own, as SciJava's shutdown hook may wait for a lock that we hold.
		final Thread end = new Thread(() -> System.exit(FAILED), "Ending a failed run");
		end.start();
		try {
			end.join(PATIENCE);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
