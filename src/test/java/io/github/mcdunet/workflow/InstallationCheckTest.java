package io.github.mcdunet.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.Progress;
import io.github.mcdunet.network.Engines;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.junit.Test;

public class InstallationCheckTest {

	private static final long GB = 1L << 30;

	@Test
	public void everythingIsLookedAt() {
		final List<CheckedItem> items = InstallationCheck.run(Progress.NONE);
		items.forEach(System.out::println);
		assertEquals("[MC Dropout U-Net, Java, Operating system, Processors, Memory limit of Java, Engine, "
			+ "Native library, Instruction set, Threads, Waiting of threads, Free memory for the network, "
			+ "Processor speed, Training speed]",
			items.stream().map(CheckedItem::item).collect(Collectors.toList()).toString());
	}
}
