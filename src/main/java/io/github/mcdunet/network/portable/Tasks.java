package io.github.mcdunet.network.portable;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Shares work out among the processors. How it is cut into tasks never depends on their number, so
 * neither do the results.
 */
final class Tasks {

	private Tasks() {
	}

	static void run(final int n, final IntConsumer task) {
		IntStream.range(0, n).parallel().forEach(task);
	}
}
