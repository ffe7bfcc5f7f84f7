package io.github.mcdunet.forecast;

/** One line of an {@link InstallationCheck}. Immutable. */
public final class CheckedItem {

	private final String item;
	private final String value;
	private final String advice;

	/** @param advice what to do, in whole sentences; empty if all is well */
	public CheckedItem(final String item, final String value, final String advice) {
		this.item = item;
		this.value = value;
		this.advice = advice;
	}

	/** What was looked at, such as "Free memory". */
	public String item() {
		return item;
	}

	/** What was found, such as "5.2 GB". */
	public String value() {
		return value;
	}

	/** What to do about it; empty if all is well. */
	public String advice() {
		return advice;
	}

	@Override
	public String toString() {
		return item + ": " + value + (advice.isEmpty() ? "" : ". " + advice);
	}
}
