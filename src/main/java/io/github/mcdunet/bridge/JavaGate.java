package io.github.mcdunet.bridge;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * The entry of plain ImageJ's menu: hands a command's class name to the {@link CommandBridge}, or
 * says in ImageJ's own window that Java is too old for it.
 * <p>
 * NB: compiled for Java 8, and it names the other classes in texts only, as an old Java cannot load
 * them.
 */
public final class JavaGate implements PlugIn {

	private static final int OLDEST = 17;
	private static final String BRIDGE = "io.github.mcdunet.bridge.CommandBridge";

	@Override
	public void run(final String className) {
		final int version = version(System.getProperty("java.specification.version"));
		if (version < OLDEST) {
			IJ.error("MC Dropout U-Net", refusal(version)); // stops a macro too
			return;
		}
		try {
			((PlugIn) Class.forName(BRIDGE).getConstructor().newInstance()).run(className);
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(BRIDGE + " is missing from the plugin's jar", e);
		}
	}

	/** @param specification such as "1.8", "11" or "17" */
	static int version(final String specification) {
		return Integer.parseInt(specification.replaceFirst("^1\\.", ""));
	}

	static String refusal(final int version) {
		return "MC Dropout U-Net needs Java " + OLDEST + " or later. This ImageJ runs Java "
			+ version + ":\ndownload the latest Fiji, or ImageJ with a later Java.";
	}
}
