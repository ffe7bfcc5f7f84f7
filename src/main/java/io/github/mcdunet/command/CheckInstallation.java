package io.github.mcdunet.command;

import ij.IJ;
import ij.measure.ResultsTable;

import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.forecast.InstallationCheck;

import java.util.ArrayList;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Says which engine computes, with what processors and memory, how fast, and what to do if
 * something is off.
 */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Check Installation",
	headless = true)
public class CheckInstallation extends CancelableCommand {

	@Parameter(label = "Installation", type = ItemIO.OUTPUT)
	private ResultsTable installation;

	@Override
	protected void execute(final Progress progress) {
		final List<InstallationCheck.Item> items = new ArrayList<>();
		items.add(new InstallationCheck.Item("ImageJ", IJ.getVersion(), ""));
		items.addAll(InstallationCheck.run(progress));
		final ResultsTable table = new ResultsTable();
		for (final InstallationCheck.Item item : items) {
			progress.message(item.toString());
			table.incrementCounter();
			table.addValue("Item", item.item());
			table.addValue("Value", item.value());
			table.addValue("Advice", item.advice());
		}
		final long off = items.stream().filter(item -> !item.advice().isEmpty()).count();
		progress.message(off == 0 ? "MC Dropout U-Net is well installed."
			: "What to do: see the advice above (" + off + ").");
		installation = table;
		ShownResults.table(table, "MC Dropout U-Net installation");
	}
}
