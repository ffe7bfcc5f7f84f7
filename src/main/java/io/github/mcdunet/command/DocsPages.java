package io.github.mcdunet.command;

import java.util.Locale;

import org.scijava.module.ModuleInfo;

/** Where the documentation is on the web. */
public final class DocsPages {

	/** The project's page. */
	static final String PROJECT = "https://github.com/mcdunet/MC_Dropout_UNet";

	/** Where to begin to read. */
	static final String HELP = PROJECT + "#readme";

	private static final String FILES = PROJECT + "/blob/main/";

	private DocsPages() {
	}

	/** Address of a command's page: that of the class ImportFolder is import-folder.md. */
	public static String of(final ModuleInfo command) {
		return FILES + file(command.getDelegateClassName());
	}

	/** The page as a file of the project. */
	static String file(final String className) {
		final String name = className.substring(className.lastIndexOf('.') + 1);
		return "docs/commands/"
			+ name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".md";
	}
}
