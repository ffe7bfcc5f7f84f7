package io.github.mcdunet.bridge;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import net.imagej.patcher.LegacyEnvironment;

/**
 * ImageJ without a screen, with the packaged plug-in. NB: one per Java machine, as a native library
 * is loaded by one class loader only.
 */
final class MacroRunner {

	private final LegacyEnvironment imagej;

	MacroRunner() throws IOException, ClassNotFoundException {
		imagej = new LegacyEnvironment(null, true);
		imagej.disableInitializer();
		imagej.addPluginClasspath(PackagedPlugin.jars().toArray(new File[0]));
	}

	/**
	 * Runs a macro to its end.
	 *
	 * @param protocol file that the macro's last line, added here, writes what is open to: one line
	 * per image, "title WxHxSlices"
	 * @return the protocol, empty if the macro was aborted before its end
	 */
	String run(final String macro, final String argument, final Path protocol) throws IOException {
		Files.deleteIfExists(protocol);
		imagej.runMacro(macro + "\n" + String.join("\n", //
			"protocol = '';", //
			"for (protocolImage = 1; protocolImage <= nImages; protocolImage++) {", //
			"	selectImage(protocolImage);", //
			"	protocol += getTitle() + ' ' + getWidth() + 'x' + getHeight() + 'x' + nSlices + '\\n';", //
			"}", //
			"run('Close All');", //
			"File.saveString(protocol + 'end', '" + protocol.toString().replace('\\', '/') + "');")
			.replace('\'', '"'), argument);
		if (!Files.exists(protocol)) return "";
		return new String(Files.readAllBytes(protocol), StandardCharsets.UTF_8);
	}

	/**
	 * Where ImageJ finds the bridge's class: the packaged jar, not the folder of the compiled
	 * classes.
	 */
	URL origin() throws ReflectiveOperationException {
		final ClassLoader plugins = (ClassLoader) imagej.getClassLoader().loadClass("ij.IJ")
			.getMethod("getClassLoader").invoke(null);
		return plugins.loadClass(CommandBridge.class.getName()).getProtectionDomain()
			.getCodeSource().getLocation();
	}
}
