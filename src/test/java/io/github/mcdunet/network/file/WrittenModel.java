package io.github.mcdunet.network.file;

import io.github.mcdunet.network.SmallModels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** A small model on disk, for tests of what damage does to it. */
abstract class WrittenModel {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	Path file;
	byte[] good;
	Map<String, byte[]> parts;

	@Before
	public void writeModel() throws IOException {
		file = temporary.getRoot().toPath().resolve("worms.mcdunet.zip");
		ModelFile.write(SmallModels.counted(), file);
		good = Files.readAllBytes(file);
		parts = Archive.of(file);
	}
}
