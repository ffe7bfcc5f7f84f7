package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** What macros and dialogs need of the commands' declarations. */
public class ParameterNamesTest {

	private static List<CommandInfo> commands(final Context context) {
		final List<CommandInfo> ours = context.service(CommandService.class).getCommands().stream()
			.filter(info -> info.getClassName().startsWith("io.github.mcdunet.command."))
			.collect(Collectors.toList());
		assertTrue(ours.size() >= 7);
		return ours;
	}

	private static List<ModuleItem<?>> parameters(final CommandInfo info) {
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> item : info.inputs())
			if (!Service.class.isAssignableFrom(item.getType()) && item.getType() != Context.class)
				items.add(item);
		return items;
	}

	/** ImageJ finds "size=" in "tilesize=64" too, and knows lower case only. */
	@Test
	public void noKeyIsTheTailOfAnother() {
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo info : commands(context))
				for (final ModuleItem<?> a : parameters(info))
					for (final ModuleItem<?> b : parameters(info)) {
						final String key = a.getName().toLowerCase(Locale.US),
							other = b.getName().toLowerCase(Locale.US);
						assertTrue(info.getClassName() + ": " + key + " ends " + other,
							a == b || !other.endsWith(key));
					}
		}
	}

	@Test
	public void namesAreCamelCaseWords() {
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo info : commands(context))
				for (final ModuleItem<?> item : parameters(info))
					assertTrue(item.getName(), item.getName().matches("[a-z]+([A-Z][a-z]+)*"));
		}
	}

	@Test
	public void everyParameterHasALabelAndATooltip() {
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo info : commands(context))
				for (final ModuleItem<?> item : parameters(info)) {
					assertFalse(info + " " + item.getName(),
						item.getLabel() == null || item.getLabel().isEmpty());
					assertTrue(info + " " + item.getName(), item.getDescription().endsWith("."));
				}
		}
	}

	/**
	 * A value that a macro leaves out must be the documented one, not that of the last dialog; a
	 * model's path decides nothing silently.
	 */
	@Test
	public void onlyThePathOfTheModelToUseIsRemembered() {
		final Set<String> remembered = new TreeSet<>();
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo info : commands(context))
				for (final ModuleItem<?> item : parameters(info))
					if (item.isPersisted())
						remembered.add(info.getDelegateClassName() + " " + item.getName());
		}
		assertEquals(
			Set.of(Predict.class.getName() + " modelFile",
				PredictFolder.class.getName() + " modelFile", Trust.class.getName() + " modelFile"),
			remembered);
	}

	@Test
	public void everyCommandRunsWithoutAScreen() {
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo info : commands(context))
				assertTrue(info.getClassName(), info.canRunHeadless());
		}
	}
}
