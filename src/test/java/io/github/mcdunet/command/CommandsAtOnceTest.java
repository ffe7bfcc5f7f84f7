package io.github.mcdunet.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;

import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.file.ModelFile;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** Commands that run at the same time, are canceled, or lose their images on the way. */
public class CommandsAtOnceTest {

	private static final int SAMPLES = 60;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Commands commands;
	private TinyTraining tiny;
	private File model;

	@Before
	public void train() throws Exception {
		commands = new Commands();
		tiny = new TinyTraining(commands);
		model = new File(folder.getRoot(), "first.zip");
		commands.run(Train.class, tiny.with(model));
	}

	@After
	public void dispose() {
		commands.close();
	}

	/** What somebody does as soon as a command reports that it is on its way. */
	public static final class Meanwhile {

		private final Consumer<Task> action;
		private boolean done;

		private Meanwhile(final Consumer<Task> action) {
			this.action = action;
		}

		@EventHandler
		public void onEvent(final TaskEvent e) {
			if (done || e.getTask().getProgressValue() < 1) return;
			done = true;
			action.accept(e.getTask());
		}
	}

	private Meanwhile meanwhile(final Consumer<Task> action) {
		final Meanwhile listener = new Meanwhile(action);
		commands.context().service(EventService.class).subscribe(listener);
		return listener;
	}

	private Future<CommandModule> start(final Class<? extends Command> command,
		final Object... inputs) {
		return commands.context().service(CommandService.class).run(command, true, inputs);
	}

	private Object[] prediction(final long seed) {
		return new Object[]{ "images", tiny.images, "modelFile", model, "samples", SAMPLES, "seed",
			seed };
	}

	private static List<Object> maps(final CommandModule prediction) {
		final List<Object> maps = new ArrayList<>();
		for (final String name : new String[]{ "probability", "uncertainty", "mask" }) {
			final ImagePlus map = (ImagePlus) prediction.getOutput(name);
			for (int i = 1; i <= map.getStackSize(); i++)
				maps.add(map.getStack().getPixels(i));
		}
		return maps;
	}

	private static void assertSame(final List<Object> expected, final CommandModule prediction) {
		final List<Object> maps = maps(prediction);
		assertEquals(15, maps.size());
		assertArrayEquals(expected.toArray(), maps.toArray());
	}

	private static void assertSame(final File expected, final File trained) {
		final List<Parameters.Entry> a = ModelFile.read(expected.toPath()).parameters().entries(),
			b = ModelFile.read(trained.toPath()).parameters().entries();
		for (int i = 0; i < a.size(); i++)
			assertArrayEquals(a.get(i).name(), a.get(i).values(), b.get(i).values(), 0);
	}

	@Test
	public void predictionsAndATrainingAtOnceGiveTheSameAsAlone() throws Exception {
		final List<Object> one = maps(commands.run(Predict.class, prediction(1)));
		final List<Object> two = maps(commands.run(Predict.class, prediction(2)));
		assertNotEquals(((float[]) one.get(0))[77], ((float[]) two.get(0))[77], 0);
		final File again = new File(folder.getRoot(), "again.zip"),
			third = new File(folder.getRoot(), "third.zip");
		final List<Future<CommandModule>> trainings = List.of(start(Train.class, tiny.with(again)),
			start(Train.class, tiny.with(third)));
		final List<Future<CommandModule>> predictions = new ArrayList<>();
		for (int i = 0; i < 4; i++)
			predictions.add(start(Predict.class, prediction(1 + i % 2)));
		for (int i = 0; i < 4; i++)
			assertSame(i % 2 == 0 ? one : two, predictions.get(i).get());
		for (final Future<CommandModule> training : trainings)
			training.get();
		assertSame(model, again);
		assertSame(model, third);
	}

	@Test
	public void aCanceledPredictionLeavesTheEngineAsItWas() throws Exception {
		final List<Object> expected = maps(commands.run(Predict.class, prediction(1)));
		final Meanwhile listener = meanwhile(task -> task.cancel("enough"));
		assertEquals("Canceled.", commands.reason(Predict.class, prediction(1)));
		assertTrue(listener.done);
		assertSame(expected, commands.run(Predict.class, prediction(1)));
	}

	@Test
	public void aCanceledTrainingLeavesTheEngineAsItWas() throws Exception {
		final File again = new File(folder.getRoot(), "again.zip");
		final Meanwhile listener = meanwhile(task -> task.cancel("enough"));
		assertEquals("Canceled.", commands.reason(Train.class, tiny.with(again)));
		assertTrue(listener.done);
		commands.run(Train.class, tiny.with(again));
		assertSame(model, again);
	}

	/** As ImageJ does when a window is closed: the pixels are gone. */
	private void closeInputs() {
		for (final ImagePlus image : new ImagePlus[]{ tiny.images, tiny.masks }) {
			image.changes = false;
			image.close();
			image.flush();
		}
	}

	@Test
	public void aPredictionOutlivesItsImages() throws Exception {
		final CommandModule before = commands.run(Predict.class, prediction(1));
		final Meanwhile listener = meanwhile(task -> closeInputs());
		final CommandModule after = commands.run(Predict.class, prediction(1));
		assertTrue(listener.done);
		assertEquals(null, tiny.images.getProcessor());
		assertSame(maps(before), after);
		for (final String name : new String[]{ "probability", "mask" }) {
			final ImagePlus expected = (ImagePlus) before.getOutput(name),
				map = (ImagePlus) after.getOutput(name);
			assertEquals(expected.getTitle(), map.getTitle());
			assertArrayEquals(expected.getDimensions(), map.getDimensions());
			assertArrayEquals(expected.getStack().getSliceLabels(),
				map.getStack().getSliceLabels());
			assertEquals(expected.getCalibration().toString(), map.getCalibration().toString());
		}
		assertEquals(before.getOutput("objects").toString(), after.getOutput("objects").toString());
	}

	@Test
	public void aTrainingOutlivesItsImages() throws Exception {
		final File again = new File(folder.getRoot(), "again.zip");
		final Meanwhile listener = meanwhile(task -> closeInputs());
		commands.run(Train.class, tiny.with(again));
		assertTrue(listener.done);
		assertSame(model, again);
	}

	@Test
	public void imagesThatAreClosedAlreadyGetASentence() throws Exception {
		closeInputs();
		final String reason = commands.reason(Predict.class, prediction(1));
		assertTrue(reason, reason.startsWith("No image is given for 'Images'."));
	}

	/** As when Fiji is quit. */
	@Test
	public void aTrainingOutlivesItsContext() throws Exception {
		final File again = new File(folder.getRoot(), "again.zip");
		final Meanwhile listener = meanwhile(
			task -> new Thread(commands.context()::dispose).start());
		start(Train.class, tiny.with(again)).get();
		assertTrue(listener.done);
		assertSame(model, again);
	}
}
