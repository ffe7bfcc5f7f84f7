package io.github.mcdunet;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.junit.rules.ExternalResource;

/**
 * Keeps lines that a test expects off the console, such as what ImageJ prints of files that are
 * damaged on purpose. All other lines go through.
 */
public final class ExpectedOutput extends ExternalResource {

	private final Pattern expected;
	private PrintStream out;
	private PrintStream err;

	/** @param regex of whole lines */
	public ExpectedOutput(final String regex) {
		expected = Pattern.compile(regex);
	}

	@Override
	protected void before() {
		out = System.out;
		err = System.err;
		System.setOut(new PrintStream(new Lines(out), true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(new Lines(err), true, StandardCharsets.UTF_8));
	}

	@Override
	protected void after() {
		System.setOut(out);
		System.setErr(err);
	}

	/** Passes each line on that is not expected, when it has ended. */
	private final class Lines extends OutputStream {

		private final PrintStream target;
		private final ByteArrayOutputStream line = new ByteArrayOutputStream();

		Lines(final PrintStream target) {
			this.target = target;
		}

		@Override
		public synchronized void write(final int b) {
			if (b != '\n') {
				if (b != '\r') line.write(b);
				return;
			}
			final String text = line.toString(StandardCharsets.UTF_8);
			line.reset();
			if (!expected.matcher(text).matches()) target.println(text);
		}
	}
}
