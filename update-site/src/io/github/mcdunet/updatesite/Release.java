package io.github.mcdunet.updatesite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is shipped to Fiji: the plug-in, what it needs that Fiji has not, the natives of all
 * platforms, macros, README and licence.
 */
final class Release {

	/**
	 * Fiji's class path takes jars from the folders in jars, one deep: ours are out of the way of
	 * everybody else's there.
	 */
	static final String JARS = "jars/mc-dropout-unet/";

	private static final String LICENCES = "licenses/mc-dropout-unet/";
	private static final String MACROS = "macros/MC_Dropout_UNet/";

	private final BuildFolders build;
	private final FijiShips ships;
	private final SiteFile plugin;
	private final List<SiteFile> libraries = new ArrayList<>();
	private final List<SiteFile> texts = new ArrayList<>();

	Release(final BuildFolders build, final FijiShips ships) throws IOException {
		this.build = build;
		this.ships = ships;
		plugin = new SiteFile("plugins/" + build.plugin().getFileName(), build.plugin());
		for (final Path jar : build.libraries())
			if (!ships.has(jar)) libraries.add(new SiteFile(JARS + jar.getFileName(), jar));
		for (final String platform : build.platforms())
			for (final Path jar : build.natives(platform))
				libraries.add(new SiteFile(JARS + jar.getFileName(), jar, platform));
		for (final Path macro : list(build.macros()))
			texts.add(new SiteFile(MACROS + macro.getFileName(), macro));
		texts.add(new SiteFile(MACROS + "README.txt", build.readme()));
		texts.add(new SiteFile(LICENCES + "LICENSE.txt", build.licence()));
		for (final Path licence : build.otherLicences())
			texts.add(new SiteFile(LICENCES + licence.getFileName(), licence));
	}

	/** The plug-in first. */
	List<SiteFile> files() {
		final List<SiteFile> files = new ArrayList<>(List.of(plugin));
		files.addAll(libraries);
		files.addAll(texts);
		return files;
	}

	/**
	 * The plug-in needs all jars that are of no platform. NB: an updater without a window fetches
	 * what is needed for whatever platform, so no native is; each platform takes its own because
	 * they are on the site. Without versions.
	 */
	List<String> dependencies(final SiteFile file) throws IOException {
		if (file != plugin) return List.of();
		final List<String> paths = libraries.stream()
			.filter(library -> library.platform().isEmpty()).map(SiteFile::path)
			.collect(Collectors.toList());
		for (final Path jar : build.libraries())
			if (ships.has(jar)) paths.add("jars/" + jar.getFileName());
		return paths.stream().map(SiteFile::unversioned).sorted().collect(Collectors.toList());
	}

	String description(final SiteFile file) {
		return file == plugin ? build.description() : "";
	}

	String author(final SiteFile file) {
		return file == plugin ? build.author() : "";
	}

	/** The files of a folder in the order of their names. */
	static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
		}
	}
}
