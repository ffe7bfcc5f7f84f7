package io.github.mcdunet.bridge;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The plug-in as a user has it: the packaged jar and what it needs at run time, without ImageJ and
 * without anything of the tests.
 */
public final class PackagedPlugin {

	private PackagedPlugin() {
	}

	public static File jar() {
		return new File(System.getProperty("packaged.jar"));
	}

	/** The packaged jar first, then its dependencies, native libraries included. */
	static List<File> jars() throws IOException {
		final List<File> jars = new ArrayList<>();
		jars.add(jar());
		final byte[] paths = Files.readAllBytes(Paths.get(System.getProperty("runtime.classpath")));
		for (final String path : new String(paths, StandardCharsets.UTF_8).trim()
			.split(File.pathSeparator))
			jars.add(new File(path));
		return jars;
	}

	/**
	 * Makes the folder "plugins" of a plain ImageJ: the jar in it, the dependencies in
	 * plugins/jars.
	 */
	static void install(final Path plugins) throws IOException {
		final Path libraries = Files.createDirectories(plugins.resolve("jars"));
		for (final File file : jars()) {
			final Path folder = file.equals(jar()) ? plugins : libraries;
			Files.copy(file.toPath(), folder.resolve(file.getName()),
				StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
