package io.github.mcdunet.bridge;

import ij.ImagePlus;

import java.awt.GraphicsEnvironment;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Shows the images that a command made. Without a screen the command has done that itself, as Fiji
 * would not.
 */
final class OutputWindows {

	private OutputWindows() {
	}

	static void show(final Module module) {
		if (GraphicsEnvironment.isHeadless()) return;
		for (final ModuleItem<?> item : module.getInfo().outputs()) {
			final Object output = item.getValue(module);
			if (output instanceof ImagePlus) ((ImagePlus) output).show();
		}
	}
}
