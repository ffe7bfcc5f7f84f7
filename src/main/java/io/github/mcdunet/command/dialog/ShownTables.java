package io.github.mcdunet.command.dialog;

import ij.measure.ResultsTable;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Our commands show their tables themselves; SciJava cannot, and would open its console to say so.
 */
@Plugin(type = PostprocessorPlugin.class)
public class ShownTables extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof CancelableCommand)) return;
		for (final ModuleItem<?> item : module.getInfo().outputs())
			if (item.getType() == ResultsTable.class) module.resolveOutput(item.getName());
	}
}
