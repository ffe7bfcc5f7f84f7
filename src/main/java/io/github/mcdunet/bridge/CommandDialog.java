package io.github.mcdunet.bridge;

import io.github.mcdunet.command.DocsPages;
import io.github.mcdunet.command.dialog.DialogItems;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.scijava.module.ModuleInfo;

/**
 * ImageJ's dialog for a command, and a second one for the advanced parameters if the person wants
 * it.
 */
final class CommandDialog {

	private final String title;
	private final ModuleInfo info;
	private final CommandInputs inputs;
	private final Draft draft;

	CommandDialog(final String title, final ModuleInfo info, final CommandInputs inputs) {
		this.title = title;
		this.info = info;
		this.inputs = inputs;
		draft = new Draft(inputs.newModule());
	}

	/**
	 * All values by parameter name, those that were not asked for too; or empty if the person
	 * canceled. Fields left empty are left out.
	 */
	Optional<Map<String, Object>> ask() {
		final String help = DocsPages.of(info);
		final Optional<Map<String, Object>> first = new DialogStep(title, DialogItems.first(info),
			inputs, draft, help).ask();
		if (!first.isPresent()) return first;
		final Map<String, Object> values = new LinkedHashMap<>(first.get());
		if (Boolean.TRUE.equals(values.get(DialogItems.ADVANCED))) {
			final Optional<Map<String, Object>> second = new DialogStep(title + ": Advanced",
				DialogItems.advanced(info), inputs, draft, help).ask();
			if (!second.isPresent()) return second;
			values.putAll(second.get());
		}
		else
			values.putAll(inputs.defaults(DialogItems.advanced(info)));
		inputs.items().forEach(item -> {
			if (values.containsKey(item.getName()))
				inputs.remember(item, values.get(item.getName()));
		});
		return Optional.of(values);
	}
}
