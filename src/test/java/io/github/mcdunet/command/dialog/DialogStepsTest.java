package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import ij.Macro;
import ij.macro.Interpreter;

import io.github.mcdunet.command.Commands;
import io.github.mcdunet.command.Evaluate;
import io.github.mcdunet.command.PlayedDialogs;
import io.github.mcdunet.command.Predict;
import io.github.mcdunet.command.TinyTraining;
import io.github.mcdunet.command.Train;
import io.github.mcdunet.forecast.ComputerSpeed;
import io.github.mcdunet.network.file.ModelFile;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.task.TaskService;
import org.scijava.ui.UIService;

/** What Fiji's dialogs would ask for. */
public class DialogStepsTest {

	private static final List<String> FIRST = Arrays.asList("images", "truth", "masks", "marks",
		"objects", "modelFile", "network", "epochs", "advanced", "forecast");
	private static final List<String> SECOND = Arrays.asList("batchSize", "weights", "learningRate",
		"schedule", "patience", "trainingSize", "sizing", "normalization", "validationFraction",
		"testFraction", "seed", "baseFilters", "depth", "dropoutRate", "momentum", "startModel",
		"augment", "showWindow", "forecast");

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private Context context;
	private TinyTraining tiny;

	/** Until then the forecast says that it is measured. */
	@BeforeClass
	public static void knowTheSpeed() throws InterruptedException {
		final CountDownLatch known = new CountDownLatch(1);
		ComputerSpeed.whenKnown(known::countDown);
		assertTrue(known.await(2, TimeUnit.MINUTES));
	}

	@Before
	public void installDialogs() throws Exception {
		try (Commands commands = new Commands()) {
			tiny = new TinyTraining(commands);
		}
		context = new Context(CommandService.class, ModuleService.class, TaskService.class,
			ConvertService.class, LogService.class);
		PlayedDialogs.install(context);
		PlayedDialogs.ANSWERS.put("images", tiny.images);
		PlayedDialogs.ANSWERS.put("masks", tiny.masks);
		PlayedDialogs.ANSWERS.put("modelFile", new File(folder.getRoot(), "m.zip"));
		PlayedDialogs.ANSWERS.put("epochs", 1);
		PlayedDialogs.ANSWERS.put("seed", 5L);
	}

	@After
	public void dispose() {
		context.dispose();
	}

	@Test
	public void aPersonIsAskedForLittle() {
		run();
		assertEquals(1, PlayedDialogs.SHOWN.size());
		assertEquals(FIRST, names(0));
		assertEquals("1", setting("seed"));
	}

	@Test
	public void theCheckboxOpensTheSecondDialog() {
		PlayedDialogs.ANSWERS.put("advanced", true);
		run();
		assertEquals(2, PlayedDialogs.SHOWN.size());
		assertEquals(FIRST, names(0));
		assertEquals(SECOND, names(1));
		assertEquals("5", setting("seed"));
	}

	@Test
	public void theForecastIsThereBeforeAnythingIsTyped() {
		PlayedDialogs.ANSWERS.put("advanced", true);
		run();
		assertTrue(PlayedDialogs.SHOWN.get(0).toString(), PlayedDialogs.SHOWN.get(0).get("forecast")
			.toString().contains("Open the images to learn from"));
		assertTrue(PlayedDialogs.SHOWN.get(1).toString(), PlayedDialogs.SHOWN.get(1).get("forecast")
			.toString().contains("Less than a minute at most, "));
	}

	/** As plain ImageJ's dialogs, whose OK button is grey then. */
	@Test
	public void theDialogOpensAgainWithWhatWasGivenUntilAllIsFine() {
		context.dispose();
		context = new Context(CommandService.class, ModuleService.class, TaskService.class,
			ConvertService.class, LogService.class, UIService.class);
		final Map<String, Object> answers = new LinkedHashMap<>(PlayedDialogs.ANSWERS);
		PlayedDialogs.install(context);
		PlayedDialogs.ANSWERS.putAll(answers);
		PlayedDialogs.ANSWERS
			.put("modelFile",
				List.of(new File(folder.getRoot(), "no/m.zip"),
					new File(folder.getRoot(), "no/m.zip"), new File(folder.getRoot(), "m.zip"))
					.iterator());
		PlayedDialogs.ANSWERS.put("epochs", List.of(0, 1, 1).iterator());
		final Module module = run();
		assertEquals(3, PlayedDialogs.SHOWN.size());
		assertEquals(FIRST, names(1));
		assertEquals(0, PlayedDialogs.SHOWN.get(1).get("epochs"));
		assertSame(tiny.images, PlayedDialogs.SHOWN.get(2).get("images"));
		assertFalse(((Train) module.getDelegateObject()).isCanceled());
		assertEquals("1", setting("epochs"));
	}

	@Test
	public void cancelingEndsTheCommand() {
		PlayedDialogs.ANSWERS.put("Cancel", true);
		assertTrue(((Train) run().getDelegateObject()).isCanceled());
		assertEquals(1, PlayedDialogs.SHOWN.size());
		assertEquals(0, folder.getRoot().list().length);
	}

	/** Fiji's macro preprocessor resolves the keys that are there, before ours. */
	@Test
	public void aMacroGetsDefaultsWithoutADialog() {
		final Module module = module();
		for (final String name : Arrays.asList("images", "masks", "modelFile", "epochs")) {
			module.setInput(name, PlayedDialogs.ANSWERS.get(name));
			module.resolveInput(name);
		}
		run(module);
		assertEquals(Collections.emptyList(), PlayedDialogs.SHOWN);
		assertEquals("1", setting("seed"));
		assertEquals("2", setting("batchSize"));
	}

	/** SciJava would open a file chooser for the only thing that is left. */
	@Test
	public void imagesOfAScriptAreEnough() {
		final Module module = module(Evaluate.class);
		for (final String name : Arrays.asList("prediction", "truth")) {
			module.setInput(name, tiny.masks);
			module.resolveInput(name);
		}
		run(module);
		assertEquals(Collections.emptyList(), PlayedDialogs.SHOWN);
		assertTrue(module.isInputResolved("csvFile"));
	}

	@Test
	public void aMacroIsAskedForWhatHasNoDefault() throws Exception {
		// NB: ImageJ hands options only to threads of this name.
		final FutureTask<Void> macro = new FutureTask<>((Callable<Void>) () -> {
			Macro.setOptions("seed=1");
			run();
			Macro.setOptions(null);
			return null;
		});
		new Thread(macro, "Run$_test").start();
		macro.get();
		assertEquals(Collections.singletonList(Arrays.asList("images", "modelFile")),
			Collections.singletonList(names(0)));
		assertEquals(1, PlayedDialogs.SHOWN.size());
	}

	/** So that a person sees which image it is, and Fiji records it. */
	@Test
	public void aPredictionAsksForItsImage() {
		PlayedDialogs.ANSWERS.put("Cancel", true);
		run(module(Predict.class));
		assertEquals("images", names(0).get(0));
	}

	@Test
	public void aMacroThatNamesNoImagePredictsTheActiveOne() throws Exception {
		Interpreter.batchMode = true;
		tiny.images.show();
		try {
			final Module module = module(Predict.class);
			final FutureTask<Void> macro = new FutureTask<>((Callable<Void>) () -> {
				Macro.setOptions("samples=2");
				final DialogSteps steps = new DialogSteps();
				context.inject(steps);
				steps.process(module);
				Macro.setOptions(null);
				return null;
			});
			new Thread(macro, "Run$_test").start();
			macro.get();
			assertSame(tiny.images, module.getInput("images"));
			assertTrue(module.isInputResolved("images"));
		}
		finally {
			Interpreter.removeBatchModeImage(tiny.images);
			Interpreter.batchMode = false;
		}
	}

	private List<String> names(final int dialog) {
		return new ArrayList<>(PlayedDialogs.SHOWN.get(dialog).keySet());
	}

	private String setting(final String name) {
		return ModelFile.read(new File(folder.getRoot(), "m.zip").toPath()).manifest()
			.get("settings." + name);
	}

	private Module run() {
		return run(module());
	}

	private Module module() {
		return module(Train.class);
	}

	private Module module(final Class<? extends Command> command) {
		final CommandInfo info = context.service(CommandService.class).getCommand(command);
		return context.service(ModuleService.class).createModule(info);
	}

	private Module run(final Module module) {
		new ModuleRunner(context, module,
			context.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class),
			Collections.emptyList()).run();
		return module;
	}
}
