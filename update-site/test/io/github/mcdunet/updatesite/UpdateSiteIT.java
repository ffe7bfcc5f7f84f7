package io.github.mcdunet.updatesite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Installs from the site and from the zip that the build has made, and does the main job with what
 * was installed and nothing else.
 */
public class UpdateSiteIT {

	private static final Path SITE = Paths.get(System.getProperty("site.folder"));
	private static final Path RUNTIME = Paths.get(System.getProperty("site.runtime"));

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void whatIsInstalledDoesTheMainJob() throws Exception {
		assumeTrue("the zip and the tests are of the platform that builds", linux64());
		final List<Path> classPath = classPath(odd("Fiji für zwölf"));
		assertEquals("plug-in, six of the engine, seven of Fiji", 14, classPath.size());
		assertEquals("oneDNN", new MainJob(classPath, odd("Bilder für zwölf")).run());
	}

	@Test
	public void itNeedsNoNetworkAndWritesNothingIntoFiji() throws Exception {
		assumeTrue(linux64());
		final Path fiji = odd("Fiji für alle");
		assumeTrue("this machine has no unshare", Confinement.isPossible(fiji));
		final List<Path> classPath = classPath(fiji);
		assertEquals("oneDNN", new MainJob(classPath, odd("meine Bilder"))
			.run(java -> Confinement.command(fiji, java)));
	}

	/** The version that pom-scijava gives to all others, found first. */
	@Test
	public void besideAnotherJavaCppTheMainJobIsDone() throws Exception {
		assumeTrue(linux64());
		final List<Path> classPath = list(RUNTIME.resolveSibling("neighbour"));
		assertEquals("another plug-in's JavaCPP and its natives", 2, classPath.size());
		classPath.addAll(classPath(odd("Fiji")));
		assertEquals("oneDNN", new MainJob(classPath, odd("out")).run());
	}

	@Test
	public void withoutNativesTheMainJobIsDoneInJava() throws Exception {
		final FreshFiji fiji = FreshFiji.install(SITE, "macos-arm64", folder.newFolder().toPath());
		assertFalse(fiji.installed.toString(),
			fiji.installed.stream().anyMatch(f -> f.matches(".*(arm64|x86_64).*")));
		final List<Path> classPath = fiji.jars();
		classPath.addAll(jarsOfFiji());
		assertEquals("Java", new MainJob(classPath, odd("out für Java")).run());
	}

	@Test
	public void theZipDoesTheMainJobInPlainImageJ() throws Exception {
		assumeTrue(linux64());
		final Path plugins = folder.newFolder().toPath();
		final List<Path> classPath = new ArrayList<>();
		try (InputStream in = Files.newInputStream(Paths.get(System.getProperty("site.zip")));
			ZipInputStream zip = new ZipInputStream(in)) {
			for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
				final Path file = plugins.resolve(e.getName());
				Files.createDirectories(file.getParent());
				Files.copy(zip, file);
				assertFalse(file + " would be a macro in ImageJ's menu",
					file.getFileName().toString().matches(".*_.*\\.txt|.*\\.(ijm|js|bsh|py)"));
				if (e.getName().endsWith(".jar")) classPath.add(file);
			}
		}
		assertEquals("the plug-in is found by its underscore", 1, list(plugins).stream()
			.filter(f -> f.toString().matches(".*/MC_Dropout_UNet-[^/]*\\.jar")).count());
		classPath
			.addAll(list(RUNTIME).stream().filter(f -> f.getFileName().toString().startsWith("ij-"))
				.collect(Collectors.toList()));
		assertEquals(14, classPath.size());
		assertEquals("oneDNN", new MainJob(classPath, odd("out")).run());
	}

	@Test
	public void everyPlatformGetsItsNativesAndNoOthers() throws Exception {
		for (final String[] names : new String[][]{ { "linux64", "linux-x86_64" },
			{ "win64", "windows-x86_64" }, { "macos64", "macosx-x86_64" } }) {
			final FreshFiji fiji = FreshFiji.install(SITE, names[0], folder.newFolder().toPath());
			final List<String> natives = fiji.installed.stream().filter(f -> f.contains("x86_64"))
				.collect(Collectors.toList());
			assertEquals(
				"as many as the build itself has: " + natives, list(RUNTIME).stream()
					.filter(f -> f.toString().matches(".*-(x86_64|arm64)\\.jar")).count(),
				natives.size());
			for (final String path : natives)
				assertTrue(path,
					path.startsWith("jars/mc-dropout-unet/") && path.endsWith(names[1] + ".jar"));
		}
	}

	@Test
	public void dependenciesAreClosed() throws Exception {
		final FreshFiji fiji = FreshFiji.install(SITE, "linux64", folder.newFolder().toPath());
		final Set<String> site = new TreeSet<>();
		for (final String path : fiji.onSite)
			site.add(unversioned(path));
		final Set<String> ships = new TreeSet<>();
		for (final String name : fijiShips()) {
			ships.add("jars/" + name + ".jar");
			assertFalse(name + " is Fiji's own",
				site.stream().anyMatch(f -> f.endsWith("/" + name + ".jar")));
		}
		final Set<String> jars = site.stream().filter(f -> f.startsWith("jars/"))
			.collect(Collectors.toCollection(TreeSet::new));
		jars.addAll(ships);
		final Set<String> anywhere = jars.stream().filter(f -> !f.contains("x86_64"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertEquals(
			"the plug-in needs all of ours but natives, which an updater without a window would fetch for all platforms, and of Fiji's what the list says",
			anywhere, fiji.needed);
		for (final Path jar : list(RUNTIME)) {
			final String name = unversioned(jar.getFileName().toString());
			assertTrue(name + " is neither shipped nor Fiji's own",
				jars.contains("jars/" + name) || jars.contains("jars/mc-dropout-unet/" + name));
		}
	}

	@Test
	public void macrosReadmeAndLicenceAreThere() throws Exception {
		final FreshFiji fiji = FreshFiji.install(SITE, "win64", folder.newFolder().toPath());
		for (final String path : new String[]{
			"macros/MC_Dropout_UNet/Train_and_Predict_Sample.ijm",
			"macros/MC_Dropout_UNet/Train_and_Predict_Folder.ijm",
			"macros/MC_Dropout_UNet/README.txt", "licenses/mc-dropout-unet/LICENSE.txt",
			"licenses/mc-dropout-unet/THIRD-PARTY.txt", "licenses/mc-dropout-unet/Apache-2.0.txt",
			"licenses/mc-dropout-unet/GPL-3.0.txt",
			"licenses/mc-dropout-unet/BSD-3-Clause-Xbyak-ITT.txt",
			"licenses/mc-dropout-unet/LLVM-exception.txt",
			"licenses/mc-dropout-unet/GCC-exception-3.1.txt" })
			assertTrue(path, fiji.installed.contains(path));
		for (final String path : fiji.installed)
			assertTrue(path, Files.size(fiji.root.resolve(path)) > 500);
	}

	/** What the site installs on 64-bit Linux in an empty folder, and what Fiji has. */
	private static List<Path> classPath(final Path fiji) throws Exception {
		final List<Path> classPath = FreshFiji.install(SITE, "linux64", fiji).jars();
		classPath.addAll(jarsOfFiji());
		return classPath;
	}

	private static List<Path> jarsOfFiji() throws IOException {
		final List<Path> jars = new ArrayList<>();
		for (final Path jar : list(RUNTIME))
			if (ofFiji(jar.getFileName().toString())) jars.add(jar);
		return jars;
	}

	/** A folder whose name has spaces and, where the system's settings allow it, umlauts. */
	private Path odd(final String name) throws IOException {
		return folder.newFolder(System.getProperty("sun.jnu.encoding").startsWith("UTF") ? name
			: name.replaceAll("[^ -~]", "x")).toPath();
	}

	private static boolean linux64() {
		return System.getProperty("os.name").equals("Linux")
			&& System.getProperty("os.arch").equals("amd64");
	}

	private static boolean ofFiji(final String jar) throws IOException {
		return fijiShips().contains(unversioned(jar).replace(".jar", ""));
	}

	/** Enough for the names at hand; the updater's own rule is longer. */
	private static String unversioned(final String path) {
		return path.replaceFirst(
			"-\\d[\\w.]*(-\\d[\\d.]*)?(-SNAPSHOT)?(?=(-(linux|windows|macosx)-\\w+)?\\.jar)", "");
	}

	private static Set<String> fijiShips() throws IOException {
		return Files.readAllLines(Paths.get("update-site/fiji-ships.txt")).stream()
			.filter(l -> !l.isBlank() && !l.startsWith("#"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
		}
	}
}
