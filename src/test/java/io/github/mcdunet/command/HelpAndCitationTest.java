package io.github.mcdunet.command;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;

import org.junit.Test;

public class HelpAndCitationTest {

	@Test
	public void theTextIsTheProjectsFileWithAnAddress() throws IOException {
		final String text = HelpAndCitation.text();
		assertTrue(text, text.endsWith("\n\n" + Files.readString(Paths.get("CITATION.cff"))));
		assertTrue(text, text.contains("https://github.com/mcdunet/MC_Dropout_UNet"));
	}

	@Test
	public void runsWithoutAScreen() throws Exception {
		try (Commands commands = new Commands()) {
			commands.run(HelpAndCitation.class);
		}
	}

	/** What a publication must name stands in the file. */
	@Test
	public void theMethodIsNamed() {
		for (final String name : new String[]{ "Chlis", "Ronneberger", "Ghahramani" })
			assertTrue(name, HelpAndCitation.text().contains(name));
	}
}
