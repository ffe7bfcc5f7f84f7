package io.github.mcdunet.io;

/** What Java may take of the computer's memory, and what to do where that is too little. */
public final class MemoryBudget {

	/** Where a person sets how much Java may take; ImageJ's menu. */
	public static final String MENU = "Edit > Options > Memory & Threads";

	private MemoryBudget() {
	}

	/** Bytes that Java may take in all. */
	public static long limit() {
		return Runtime.getRuntime().maxMemory();
	}

	/** Bytes that Java can still use. What nobody needs any more counts as used until collected. */
	public static long free() {
		final Runtime java = Runtime.getRuntime();
		return java.maxMemory() - java.totalMemory() + java.freeMemory();
	}

	/**
	 * The sentences to a person when memory ran out.
	 *
	 * @param purpose such as "for the maps of 512 x 512 pixels"
	 * @param others what else helps, such as "cut the image into parts"
	 */
	public static String tooLittle(final String purpose, final String... others) {
		return "There is too little memory " + purpose + ". " + remedy(others);
	}

	/** What helps, a sentence. */
	public static String remedy(final String... others) {
		final StringBuilder text = new StringBuilder("Close other images and programs");
		text.append(others.length == 0 ? " or" : ",").append(" raise the limit in ").append(MENU);
		for (int i = 0; i < others.length; i++)
			text.append(i == others.length - 1 ? ", or " : ", ").append(others[i]);
		return text.append('.').toString();
	}
}
