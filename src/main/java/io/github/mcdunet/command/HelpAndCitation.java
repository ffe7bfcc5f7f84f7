package io.github.mcdunet.command;

import ij.IJ;
import ij.plugin.BrowserLauncher;
import ij.text.TextWindow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/**
 * Opens the documentation in the browser and shows how to cite the plugin; without a screen, it
 * only says so in the log.
 */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Help and Citation",
	headless = true)
public class HelpAndCitation extends CancelableCommand {

	@Override
	protected void execute(final Progress progress) {
		final String text = text();
		if (GraphicsEnvironment.isHeadless()) {
			progress.message(text);
			return;
		}
		new TextWindow("Cite MC Dropout U-Net", text, 700, 500);
		if (!IJ.isMacro()) openBrowser();
	}

	/**
	 * The version, where to read on, and the project's file CITATION.cff, which the build puts
	 * beside this class.
	 */
	static String text() {
		try (InputStream file = HelpAndCitation.class.getResourceAsStream("CITATION.cff")) {
			return "MC Dropout U-Net " + version() + "\n" + "Help: " + DocsPages.HELP + "\n\n"
				+ new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String version() {
		return Optional.ofNullable(HelpAndCitation.class.getPackage().getImplementationVersion())
			.orElse("(built from source)");
	}

	private static void openBrowser() {
		try {
			BrowserLauncher.openURL(DocsPages.HELP);
		}
		catch (final IOException e) {
			throw new McdUnetException("The browser could not be started (" + e.getMessage()
				+ "). Open " + DocsPages.HELP + " yourself.", e);
		}
	}
}
