package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.ExecutionException;

import org.junit.Test;

/** What a person learns when a command fails. */
public class FailingCommandTest {

	@Test
	public void whatCanBeMendedIsASentence() throws Exception {
		try (Commands commands = new Commands().add(FailingCommand.class)) {
			assertEquals("The image is upside down.",
				commands.reason(FailingCommand.class, "how", "sentence"));
			final String memory = commands.reason(FailingCommand.class, "how", "memory");
			assertTrue(memory,
				memory.startsWith("Memory ran out (Java heap space). Close other images")
					&& memory.endsWith("."));
		}
	}

	@Test
	public void aBugIsTheCommandsError() {
		try (Commands commands = new Commands().add(FailingCommand.class)) {
			final Throwable bug = assertThrows(ExecutionException.class,
				() -> commands.run(FailingCommand.class, "how", "bug"));
			Throwable cause = bug;
			while (cause.getCause() != null)
				cause = cause.getCause();
			assertEquals("a bug", cause.getMessage());
		}
	}
}
