package io.github.mcdunet.updatesite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a program without a network, and with a folder in which not even the administrator can
 * write. Linux only, by unshare.
 */
final class Confinement {

	/**
	 * The folder is $0, the program the rest. Without a network, the list of devices has the
	 * loop-back only.
	 */
	private static final String SCRIPT = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\""
		+ " && ! touch \"$0/written\" 2>/dev/null && test \"$(grep -c : /proc/net/dev)\" = 1 && exec \"$@\"";

	private Confinement() {
	}

	/** Whether this machine lets its users do so; many containers do not. */
	static boolean isPossible(final Path folder) throws IOException, InterruptedException {
		try {
			return new ProcessBuilder(command(folder, List.of("true"))).start().waitFor() == 0;
		}
		catch (final IOException e) {
			if (e.getMessage().contains("unshare")) return false; // there is no such program
			throw e;
		}
	}

	static List<String> command(final Path folder, final List<String> program) {
		final List<String> command = new ArrayList<>(List.of("unshare", "--user", "--map-root-user",
			"--mount", "--net", "sh", "-c", SCRIPT, folder.toString()));
		command.addAll(program);
		return command;
	}
}
