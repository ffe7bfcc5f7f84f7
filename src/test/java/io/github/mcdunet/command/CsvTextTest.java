package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;

import ij.measure.ResultsTable;

import java.util.Locale;

import org.junit.Test;

public class CsvTextTest {

	@Test
	public void labelsTextAndNumbersInAnyLanguage() {
		final Locale before = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			final ResultsTable table = new ResultsTable();
			table.incrementCounter();
			table.addLabel("well A,1");
			table.addValue("Area", 12);
			table.addValue("Mean", 0.25);
			table.addValue("Kind", "say \"worm\"");
			assertEquals("Label,Area,Mean,Kind\n\"well A,1\",12,0.250000,\"say \"\"worm\"\"\"\n",
				CsvText.of(table));
		}
		finally {
			Locale.setDefault(before);
		}
	}
}
