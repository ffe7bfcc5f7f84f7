package io.github.mcdunet.forecast;

/**
 * One line of an {@link InstallationCheck}.
 *
 * @param item what was looked at, such as "Free memory"
 * @param value what was found, such as "5.2 GB"
 * @param advice what to do about it, in whole sentences; empty if all is well
 */
public record CheckedItem(String item, String value, String advice) {

	@Override
	public String toString() {
		return item + ": " + value + (advice.isEmpty() ? "" : ". " + advice);
	}
}
