package io.github.mcdunet.command;

import org.scijava.command.CommandInfo;

/** Where the manual's pages are. */
public final class ManualPages {

	/** Attribute of a command's annotation: the name of its page, without ending. */
	public static final String PAGE = "page";

	private static final String DOCS = "https://github.com/mcdunet/MC_Dropout_UNet/blob/main/docs/";

	private ManualPages() {
	}

	/** Address of the command's own page; of the manual as a whole if it has none. */
	public static String address(final CommandInfo command) {
		final String page = command.get(PAGE);
		return page == null ? DOCS : DOCS + "commands/" + page + ".md";
	}

	/** Address of a page that belongs to no command, such as "uncertainty.md". */
	static String address(final String page) {
		return DOCS + page;
	}
}
