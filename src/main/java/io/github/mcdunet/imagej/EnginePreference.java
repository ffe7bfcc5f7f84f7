package io.github.mcdunet.imagej;

import ij.Prefs;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.SafeFile;
import io.github.mcdunet.network.engine.EngineSetting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The person's choice of an engine, remembered in a small file beside ImageJ's preferences. NB: not
 * in these, which ImageJ loads and saves with its window only.
 */
public final class EnginePreference implements EngineSetting {

	private static final String FILE = "MC_Dropout_UNet-engine.txt";

	@Override
	public Optional<String> remembered() {
		try {
			final Path file = file();
			return Files.isRegularFile(file)
				? Files.readString(file).lines().map(String::trim).findFirst() : Optional.empty();
		}
		catch (final IOException | LinkageError e) {
			return Optional.empty(); // a file that is no text, or a program without ImageJ
		}
	}

	@Override
	public String menu() {
		return "Plugins > MC Dropout U-Net > Choose Engine...";
	}

	/**
	 * Remembers a choice.
	 *
	 * @param id of an engine; empty forgets the choice
	 * @throws McdUnetException if the file cannot be written
	 */
	public void remember(final Optional<String> id) {
		final Path file = file();
		try {
			Files.createDirectories(file.getParent());
			if (id.isEmpty()) Files.deleteIfExists(file);
		}
		catch (final IOException e) {
			throw new McdUnetException("The choice cannot be kept in \"" + file + "\" ("
				+ e.getMessage() + "). Check that you may write into that folder.", e);
		}
		id.ifPresent(engine -> SafeFile.write(file, "setting",
			(engine + "\n").getBytes(StandardCharsets.UTF_8)));
	}

	private static Path file() {
		return Path.of(Prefs.getPrefsDir(), FILE);
	}
}
