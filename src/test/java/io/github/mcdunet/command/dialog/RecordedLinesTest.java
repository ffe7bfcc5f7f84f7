package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.macro.Interpreter;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/**
 * What the recorder writes of each command, read again as Fiji reads it: every parameter must have
 * the value that it had.
 */
public class RecordedLinesTest {

	private final List<ImagePlus> open = new ArrayList<>();
	private Context context;

	@Before
	public void openImages() {
		context = new Context();
		Interpreter.batchMode = true;
		for (final String title : List.of("one", "two words", "three, 100 % [x]", "four"))
			open.add(IJ.createImage(title, "8-bit ramp", 4, 3, 1));
		open.forEach(ImagePlus::show);
	}

	@After
	public void closeImages() {
		open.forEach(Interpreter::removeBatchModeImage);
		Interpreter.batchMode = false;
		context.dispose();
	}

	@Test
	public void whatIsLeftEmptyIsNotRecordedAndReadAsEmpty() throws Exception {
		for (final CommandInfo command : commands()) {
			final Module given = filled(command, false);
			final String line = line(given);
			assertFalse(line, line.contains("=[]") || line.contains("= ") || line.endsWith("="));
			assertSameValues(line, given, read(command, line));
		}
	}

	@Test
	public void everyValueIsReadAsItWas() throws Exception {
		for (final CommandInfo command : commands()) {
			final Module given = filled(command, true);
			final String line = line(given);
			assertSameValues(line, given, read(command, line));
		}
	}

	private List<CommandInfo> commands() {
		final List<CommandInfo> commands = context.service(CommandService.class).getCommands()
			.stream().filter(info -> info.getClassName().startsWith("io.github.mcdunet.command."))
			.filter(info -> !DialogItems.all(info).isEmpty() && info.getMenuPath().size() == 3)
			.collect(Collectors.toList());
		assertTrue(commands.toString(), commands.size() >= 11);
		return commands;
	}

	/** With other values than the defaults, the optional ones only if all. */
	private Module filled(final CommandInfo command, final boolean all) {
		final Module module = context.service(ModuleService.class).createModule(command);
		int image = 0;
		for (final ModuleItem<?> item : DialogItems.all(command)) {
			final Object before = item.getValue(module);
			if (!all && !item.isRequired() && !InputChecks.isGiven(before)) continue;
			if (item.getType() == ImagePlus.class)
				module.setInput(item.getName(), open.get(image++ % open.size()));
			else
				module.setInput(item.getName(), other(item, before));
		}
		return module;
	}

	private static Object other(final ModuleItem<?> item, final Object before) {
		if (item.getType() == File.class)
			return new File("/a folder/of " + item.getName(), "x 1.zip");
		if (item.getChoices() != null && !item.getChoices().isEmpty())
			return item.getChoices().get(item.getChoices().size() - 1);
		if (before instanceof Boolean) return !(Boolean) before;
		if (before instanceof Integer) return (Integer) before + 1;
		if (before instanceof Long) return (Long) before + 1;
		if (before instanceof Double) return (Double) before / 3 + 1e-5;
		return "a*{b} [c]" + before;
	}

	/** As ImageJ's recorder joins them, and a macro's text means it. */
	private static String line(final Module module) {
		return OptionRecorder
			.options(DialogItems.all(module.getInfo()), item -> item.getValue(module)).entrySet()
			.stream()
			.map(e -> e.getKey() + "="
				+ (e.getValue().contains(" ") ? "[" + e.getValue() + "]" : e.getValue()))
			.collect(Collectors.joining(" "));
	}

	/** Fiji's own reading by key, and then ours. */
	private Module read(final CommandInfo command, final String line) throws Exception {
		final Module module = context.service(ModuleService.class).createModule(command);
		final FutureTask<Void> macro = new FutureTask<>((Callable<Void>) () -> {
			Macro.setOptions(line);
			for (final ModuleItem<?> item : command.inputs()) {
				final String text = Macro.getValue(Macro.getOptions(), MacroValues.key(item), "");
				if (text.isEmpty()) continue;
				final Object value = item.getType() == ImagePlus.class
					? open.stream().filter(i -> i.getTitle().equals(text)).findFirst().orElse(null)
					: context.service(ConvertService.class).convert(text, item.getType());
				module.setInput(item.getName(), value);
				module.resolveInput(item.getName());
			}
			final MacroInputs ours = new MacroInputs();
			context.inject(ours);
			ours.process(module);
			assertFalse(line + ": " + ours.getCancelReason(), ours.isCanceled());
			Macro.setOptions(null);
			return null;
		});
		new Thread(macro, "Run$_test").start();
		macro.get();
		return module;
	}

	private static void assertSameValues(final String line, final Module given, final Module read) {
		final Map<String, Object> before = values(given);
		assertTrue(line, before.size() > 0);
		assertEquals(line, before, values(read));
	}

	private static Map<String, Object> values(final Module module) {
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final ModuleItem<?> item : DialogItems.all(module.getInfo()))
			values.put(item.getName(), item.getValue(module));
		return values;
	}
}
