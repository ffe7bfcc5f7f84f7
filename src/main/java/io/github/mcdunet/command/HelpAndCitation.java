package io.github.mcdunet.command;

import ij.gui.HTMLDialog;
import ij.macro.Interpreter;
import io.github.mcdunet.Progress;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows where the manual is, a link per command, and how to cite. */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Help and Citation", headless = true,
	attrs = @Attr(name = ManualPages.PAGE, value = "help-and-citation"))
public class HelpAndCitation extends CancelableCommand {

	private static final List<String> CITATION = List.of(
		"MC Dropout U-Net for Fiji. MC Dropout U-Net developers, https://github.com/mcdunet/MC_Dropout_UNet",
		"The method: N. K. Chlis, Image segmentation with Monte Carlo Dropout UNET and Keras, 2019.",
		"U-Net: O. Ronneberger, P. Fischer, T. Brox, MICCAI 2015, doi:10.1007/978-3-319-24574-4_28.",
		"Dropout as a Bayesian approximation: Y. Gal, Z. Ghahramani, ICML 2016, arXiv:1506.02142.",
		"Bayesian SegNet: A. Kendall, V. Badrinarayanan, R. Cipolla, 2015, arXiv:1511.02680.");

	@Parameter
	private CommandService commands;

	@Override
	void execute(final Progress progress) {
		pages().forEach((title, address) -> progress.message(title + ": " + address));
		CITATION.forEach(progress::message);
		if (!GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode())
			new HTMLDialog("MC Dropout U-Net: Help and Citation", html(), false);
	}

	private Map<String, String> pages() {
		final Map<String, String> pages = new LinkedHashMap<>();
		pages.put("Five minutes from the sample to the table", ManualPages.address("tutorial.md"));
		pages.put("What the uncertainty means, and what to do with it",
			ManualPages.address("uncertainty.md"));
		pages.put("Questions and messages", ManualPages.address("faq.md"));
		final List<CommandInfo> own = new ArrayList<>();
		for (final CommandInfo info : commands.getCommands())
			if (info.get(ManualPages.PAGE) != null
				&& info.getClassName().startsWith(getClass().getPackageName()))
				own.add(info);
		own.sort((a, b) -> a.getTitle().compareTo(b.getTitle()));
		own.forEach(info -> pages.put(info.getTitle().replace("...", ""), ManualPages.address(info)));
		return pages;
	}

	private String html() {
		final StringBuilder html = new StringBuilder("<html><h2>The manual</h2><ul>");
		pages().forEach((title, address) -> html.append("<li><a href='").append(address).append("'>")
			.append(title).append(
				"</a></li>"));
		html.append("</ul><h2>Please cite</h2><ul>");
		CITATION.forEach(line -> html.append("<li>").append(line).append("</li>"));
		return html.append("</ul>").toString();
	}
}
