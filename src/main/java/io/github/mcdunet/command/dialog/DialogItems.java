package io.github.mcdunet.command.dialog;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/**
 * The parameters of a command that a person or a macro gives. Those that are declared after the
 * checkbox "Advanced settings..." are asked for in a second dialog, which opens if it is ticked; in
 * a macro they are keys like the others.
 */
public final class DialogItems {

	/** Name of the checkbox's parameter. */
	public static final String ADVANCED = "advanced";

	public static final String ADVANCED_LABEL = "Advanced settings...";

	private DialogItems() {
	}

	/** All of them, in the order of their declaration; no services, no messages. */
	public static List<ModuleItem<?>> all(final ModuleInfo command) {
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> item : command.inputs())
			if (item.getVisibility() == ItemVisibility.NORMAL
				&& !Service.class.isAssignableFrom(item.getType())
				&& !Context.class.isAssignableFrom(item.getType())) items.add(item);
		return items;
	}

	/** Those of the first dialog, with the checkbox if there is one. */
	public static List<ModuleItem<?>> first(final ModuleInfo command) {
		final List<ModuleItem<?>> items = all(command);
		return items.subList(0, end(items));
	}

	/** Those of the second dialog; none if the command has only one. */
	public static List<ModuleItem<?>> advanced(final ModuleInfo command) {
		final List<ModuleItem<?>> items = all(command);
		return items.subList(end(items), items.size());
	}

	/**
	 * Whether it is the only image that a command needs: the active one, where no other is given.
	 */
	public static boolean isTheImage(final ModuleItem<?> item, final List<ModuleItem<?>> items) {
		return item.getType() == ImagePlus.class && item.isRequired()
			&& items.stream().filter(i -> i.getType() == ImagePlus.class).count() == 1;
	}

	private static int end(final List<ModuleItem<?>> items) {
		for (int i = 0; i < items.size(); i++)
			if (items.get(i).getName().equals(ADVANCED)) return i + 1;
		return items.size();
	}
}
