package io.github.mcdunet.network.engine;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * JavaCPP's warning on the console that its version is not a native library's, as where another
 * plugin brought an older JavaCPP. It means nothing when the library works, and would open Fiji's
 * console.
 */
public final class VersionWarning {

	private static final String START = "Warning: Versions of org.bytedeco:javacpp:";

	private VersionWarning() {
	}

	/**
	 * Everything else that is printed meanwhile is printed.
	 *
	 * @throws LinkageError if the library cannot be loaded; the warning is printed then
	 */
	public static <T> T hiddenWhile(final Supplier<T> loading) {
		final PrintStream console = System.err;
		final Filter filter = new Filter(console);
		System.setErr(filter);
		try {
			return loading.get();
		}
		catch (final LinkageError e) {
			filter.tell();
			throw e;
		}
		finally {
			// NB: not where somebody else has replaced it meanwhile
			if (System.err == filter) System.setErr(console);
		}
	}

	private static final class Filter extends PrintStream {

		private final PrintStream console;
		private final AtomicReference<String> warning = new AtomicReference<>();

		Filter(final PrintStream console) {
			super(console, true);
			this.console = console;
		}

		@Override
		public void println(final String line) {
			if (line != null && line.startsWith(START)) warning.set(line);
			else
				console.println(line);
		}

		@Override
		public void println(final Object object) {
			console.println(object);
		}

		@Override
		public void print(final String text) {
			console.print(text);
		}

		void tell() {
			if (warning.get() != null) console.println(warning.get());
		}
	}
}
