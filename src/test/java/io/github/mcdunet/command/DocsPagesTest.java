package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.command.dialog.DialogItems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;

import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** Help leads somewhere. */
public class DocsPagesTest {

	@Test
	public void everyCommandWithADialogHasItsPageWithItsNameAndKeys() throws IOException {
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo info : context.service(CommandService.class).getCommands()) {
				if (!info.getClassName().startsWith("io.github.mcdunet.command.")) continue;
				final String page = Files
					.readString(Paths.get(DocsPages.file(info.getDelegateClassName())));
				assertTrue(info.getTitle(),
					page.startsWith("# " + info.getMenuPath().getLeaf().getName() + "\n"));
				for (final ModuleItem<?> item : DialogItems.all(info))
					assertTrue(info.getTitle() + " " + item.getName(),
						page.contains("`" + item.getName().toLowerCase() + "`"));
			}
		}
	}

	@Test
	public void theProjectIsThePoms() throws IOException {
		assertTrue(Files.readString(Paths.get("pom.xml"))
			.contains("\n\t<url>" + DocsPages.PROJECT + "</url>\n"));
		assertEquals("docs/commands/import-folder.md", DocsPages.file("x.y.ImportFolder"));
	}
}
