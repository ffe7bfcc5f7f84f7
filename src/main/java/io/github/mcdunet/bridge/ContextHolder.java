package io.github.mcdunet.bridge;

import ij.IJ;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.event.EventService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleService;
import org.scijava.task.TaskService;

/**
 * The one SciJava context of this ImageJ: Fiji's where there is one, else our own, made on first
 * use and kept.
 */
final class ContextHolder {

	private static Context context;

	private ContextHolder() {
	}

	/**
	 * To be called with the plug-ins' class loader as the thread's, by which SciJava finds its
	 * services.
	 */
	static synchronized Context context() {
		if (context == null) context = isFiji() ? fijiContext() : ownContext();
		return context;
	}

	private static boolean isFiji() {
		try {
			Class.forName("net.imagej.legacy.LegacyService", false,
				ContextHolder.class.getClassLoader());
			return true;
		}
		catch (final ClassNotFoundException e) {
			return false;
		}
	}

	/** ImageJ2 answers this plug-in call with its running context. */
	private static Context fijiContext() {
		return (Context) IJ.runPlugIn("org.scijava.Context", "");
	}

	private static Context ownContext() {
		final Context own = new Context(CommandService.class, ModuleService.class,
			ConvertService.class, EventService.class, TaskService.class, StatusService.class,
			LogService.class);
		StatusLine.attachTo(own);
		return own;
	}
}
