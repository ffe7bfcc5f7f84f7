package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.Context;
import org.scijava.io.IOPlugin;
import org.scijava.io.IOService;
import org.scijava.log.LogService;
import org.scijava.plugin.PluginService;

/** What Fiji's File > Open does with a model. */
public class ModelOpenerTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private final Context context = new Context(IOService.class, LogService.class);
	private File model;

	@Before
	public void trainModel() throws Exception {
		model = new File(folder.newFolder("my worms"), "worms 100%.zip");
		try (Commands commands = new Commands()) {
			final TinyTraining tiny = new TinyTraining(commands);
			commands.run(Train.class, tiny.with(model));
		}
	}

	@After
	public void dispose() {
		context.dispose();
	}

	@Test
	public void modelsAreOursAndNothingElse() throws Exception {
		assertTrue(opener(model) instanceof ModelOpener);
		final File outlines = folder.newFile("RoiSet.zip"), text = folder.newFile("a.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(outlines.toPath()))) {
			zip.putNextEntry(new ZipEntry("0001.roi"));
		}
		Files.writeString(text.toPath(), "no zip at all");
		for (final File other : List.of(outlines, text, folder.newFile("a.tif"), folder.getRoot(),
			new File("missing.zip")))
			assertFalse(other.toString(), opener(other) instanceof ModelOpener);
	}

	/** NB: Fiji asks such plugins only before ImageJ's own. */
	@Test
	public void itIsAskedBeforeImageJ() {
		assertTrue(context.service(PluginService.class).getPlugin(ModelOpener.class).is("eager"));
	}

	@Test
	public void withoutAScreenItIsSaidWhatToDo() throws Exception {
		final List<String> lines = new ArrayList<>();
		context.service(LogService.class).addLogListener(line -> lines.add(line.text()));
		assertEquals(model, context.service(IOService.class).open(model.getPath()));
		assertEquals(List.of("'worms 100%.zip' is a model, no image: give it to "
			+ "\"Predict with U-Net...\" as modelfile=[" + model.getPath() + "]."), lines);
	}

	private IOPlugin<?> opener(final File file) throws IOException {
		return context.service(IOService.class).getOpener(file.getPath());
	}
}
