package io.github.mcdunet.updatesite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where Maven has put what goes into a release. */
final class BuildFolders {

	private final Path project;
	private final Path target;
	private final Path plugin;

	/**
	 * @param project the project's folder
	 * @param target the build's folder, with update-site-jars/runtime and update-site-jars/natives
	 * in it
	 * @param plugin the packaged jar
	 */
	BuildFolders(final Path project, final Path target, final Path plugin) {
		this.project = project;
		this.target = target;
		this.plugin = plugin;
	}

	Path plugin() {
		return plugin;
	}

	/** The Java jars that are needed at run time, with those that Fiji has and ImageJ itself. */
	List<Path> libraries() throws IOException {
		return runtime(false);
	}

	/** The native jars of the platform that builds. */
	List<Path> ownNatives() throws IOException {
		return runtime(true);
	}

	private List<Path> runtime(final boolean natives) throws IOException {
		final List<Path> jars = new ArrayList<>();
		for (final Path jar : Release.list(target.resolve("update-site-jars/runtime")))
			if (jar.getFileName().toString()
				.matches(".*-(linux|windows|macosx)-(x86_64|arm64)\\.jar") == natives)
				jars.add(jar);
		return jars;
	}

	/** The updater's names of the platforms that have natives. */
	List<String> platforms() throws IOException {
		try (Stream<Path> folders = Files.list(target.resolve("update-site-jars/natives"))) {
			return folders.map(f -> f.getFileName().toString()).sorted()
				.collect(Collectors.toList());
		}
	}

	List<Path> natives(final String platform) throws IOException {
		return Release.list(target.resolve("update-site-jars/natives").resolve(platform));
	}

	Path macros() {
		return project.resolve("macros");
	}

	Path readme() {
		return project.resolve("update-site/for-users/README.txt");
	}

	/** The licences of what others have made. */
	List<Path> otherLicences() throws IOException {
		return Release.list(project.resolve("update-site/for-users/licenses"));
	}

	Path licence() {
		return project.resolve("LICENSE");
	}

	String description() {
		return "Trains U-Nets on open image stacks and says how sure they are of every pixel, by Monte Carlo dropout.";
	}

	String author() {
		return "MC Dropout U-Net developers";
	}
}
