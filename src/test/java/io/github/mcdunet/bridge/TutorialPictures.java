package io.github.mcdunet.bridge;

import ij.ImageJ;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;

/** Takes the pictures of docs/tutorial.md anew, with the packaged plug-in in plain ImageJ; needs a screen, which may be a virtual one. */
public final class TutorialPictures {

	private TutorialPictures() {
	}

	public static void main(final String[] args) throws Exception {
		final Path home = Files
			.createDirectories(PackagedPlugin.jar().toPath().resolveSibling("tutorial-imagej"));
		PackagedPlugin.install(home.resolve("plugins"));
		final Process process = new ProcessBuilder(Arrays.asList(
			Paths.get(System.getProperty("java.home"), "bin", "java")
				.toString(),
			"-Xmx1g", "-Djava.util.prefs.userRoot=" + home, "-Duser.home=" + home, "-Dplugins.dir=" + home,
			"-cp",
			origin(ImageJ.class) + File.pathSeparator + origin(TutorialDriver.class),
			TutorialDriver.class.getName(),
			"docs/images", home.toString())).inheritIO().start();
		if (process.waitFor() != 0) throw new IllegalStateException("The tutorial did not reach its end");
	}

	private static File origin(final Class<?> type) {
		return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
	}
}
