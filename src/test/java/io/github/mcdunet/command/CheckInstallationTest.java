package io.github.mcdunet.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.measure.ResultsTable;

import io.github.mcdunet.network.engine.Engines;

import java.util.stream.IntStream;

import org.junit.Test;

public class CheckInstallationTest {

	@Test
	public void theTableSaysWhatComputes() throws Exception {
		try (Commands commands = new Commands()) {
			final ResultsTable table = (ResultsTable) commands.run(CheckInstallation.class)
				.getOutput("installation");
			assertArrayEquals(new String[]{ "Item", "Value", "Advice" }, table.getHeadings());
			assertEquals(IJ.getVersion(), value(table, "ImageJ"));
			assertEquals(Engines.chosen().name(), value(table, "Engine"));
			assertEquals(Engines.chosen().instructionSet(), value(table, "Instruction set"));
			assertTrue(value(table, "Training speed").contains("steps per second"));
		}
	}

	private static String value(final ResultsTable table, final String item) {
		return table.getStringValue("Value", IntStream.range(0, table.size())
			.filter(row -> table.getStringValue("Item", row).equals(item)).findFirst().getAsInt());
	}
}
