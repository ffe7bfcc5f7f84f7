package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.Test;
import org.scijava.Context;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

public class CommandProgressTest {

	private final List<String> lines = new ArrayList<>();

	@Test
	public void theTaskShowsWhatIsReported() {
		try (Context context = new Context(TaskService.class)) {
			final Task task = context.service(TaskService.class).createTask("Test");
			try (CommandProgress progress = new CommandProgress(task, lines::add)) {
				progress.report("Epoch 1 of 2", 3, 10);
				progress.message("so far");
				assertEquals("Epoch 1 of 2", task.getStatusMessage());
				assertEquals(3, task.getProgressValue());
				assertEquals(10, task.getProgressMaximum());
				assertFalse(task.isDone());
			}
			assertTrue(task.isDone());
			assertEquals(List.of("so far"), lines);
		}
	}

	@Test
	public void cancelingTheTaskCancelsTheWork() {
		try (Context context = new Context(TaskService.class)) {
			final Task task = context.service(TaskService.class).createTask("Test");
			try (CommandProgress progress = new CommandProgress(task, lines::add)) {
				progress.checkCanceled();
				task.cancel("The button was pressed.");
				assertTrue(progress.isCanceled());
				assertThrows(CancellationException.class, progress::checkCanceled);
			}
		}
	}
}
