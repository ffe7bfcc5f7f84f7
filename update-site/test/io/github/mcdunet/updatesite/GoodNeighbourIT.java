package io.github.mcdunet.updatesite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is installed must not get into the way of Fiji and of other plugins. */
public class GoodNeighbourIT {

	private static final Path SITE = Paths.get(System.getProperty("site.folder"));

	/** Megabytes that each platform may take: what is in the site now, and some room. */
	private static final Map<String, Integer> PLATFORMS = Map.of("linux64", 32, "win64", 22,
		"macos64", 19, "macos-arm64", 4, "linux-arm64", 4);

	/**
	 * The only packages that may be shipped: nobody else's TensorFlow, protobuf, guava, jackson,
	 * slf4j, commons or JNA.
	 */
	private static final String OWN = "(io/github/mcdunet|org/bytedeco/(javacpp|dnnl|opencl))/.*";

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static final Map<String, FreshFiji> INSTALLED = new TreeMap<>();

	@BeforeClass
	public static void install() throws Exception {
		for (final String platform : PLATFORMS.keySet())
			INSTALLED.put(platform, FreshFiji.install(SITE, platform, FOLDER.newFolder().toPath()));
	}

	@Test
	public void noClassButItsOwn() throws Exception {
		final Set<String> foreign = new TreeSet<>();
		int classes = 0;
		for (final FreshFiji fiji : INSTALLED.values())
			for (final Path jar : fiji.jars())
				for (final String name : entries(jar))
					if (name.endsWith(".class") && !name.endsWith("module-info.class")) {
						classes++;
						final String plain = name.replaceFirst("META-INF/versions/\\d+/", "");
						if (!plain.matches(OWN)) foreign.add(jar.getFileName() + ": " + name);
					}
		assertTrue("looked at " + classes, classes > 1000);
		assertEquals(Set.of(), foreign);
	}

	/**
	 * Services are found by all of Fiji: none may answer for a common interface, such as a logger
	 * or an XML parser.
	 */
	@Test
	public void noServiceForACommonInterface() throws Exception {
		final Set<String> services = new TreeSet<>();
		for (final FreshFiji fiji : INSTALLED.values())
			for (final Path jar : fiji.jars())
				for (final String name : entries(jar))
					if (name.matches("META-INF/(services|json)/.+")
						|| name.matches("[^/]+\\.(properties|xml)")) services.add(name);
		// the others are interfaces of our own, which nobody else asks for
		assertEquals(Set.of("META-INF/json/org.scijava.plugin.Plugin",
			"META-INF/services/io.github.mcdunet.network.engine.EngineProvider",
			"META-INF/services/io.github.mcdunet.network.engine.EngineSetting"), services);
	}

	/**
	 * Java refuses to start with two versions of a module on its module path, as Fiji's launcher
	 * may set one up.
	 */
	@Test
	public void noModuleTwice() throws Exception {
		for (final String platform : PLATFORMS.keySet()) {
			final List<String> modules = new ArrayList<>();
			for (final Path jar : INSTALLED.get(platform).jars())
				modules.addAll(ModuleFinder.of(jar).findAll().stream().map(m -> m.descriptor())
					.map(ModuleDescriptor::name).collect(Collectors.toList()));
			assertEquals(platform + ": " + modules, modules.size(), new TreeSet<>(modules).size());
			assertTrue(modules.toString(), modules.contains("org.bytedeco.javacpp"));
		}
	}

	/**
	 * The updater looks past versions and would take a file of Fiji's name for a new version of
	 * Fiji's.
	 */
	@Test
	public void everyJarHasAFolderOfItsOwn() throws Exception {
		for (final FreshFiji fiji : INSTALLED.values())
			for (final String path : fiji.installed)
				assertTrue(path,
					path.matches(
						"plugins/MC_Dropout_UNet-[^/]+\\.jar|jars/mc-dropout-unet/[^/]+\\.jar|"
							+ "macros/MC_Dropout_UNet/[^/]+|licenses/mc-dropout-unet/[^/]+"));
	}

	@Test
	public void nobodyDownloadsMuch() throws IOException {
		for (final Map.Entry<String, Integer> limit : PLATFORMS.entrySet()) {
			final FreshFiji fiji = INSTALLED.get(limit.getKey());
			long bytes = 0;
			for (final String path : fiji.installed)
				bytes += Files.size(fiji.root.resolve(path));
			assertTrue(limit.getKey() + " " + bytes, bytes < limit.getValue() * 1_000_000L);
		}
	}

	private static List<String> entries(final Path jar) throws IOException {
		try (JarFile file = new JarFile(jar.toFile())) {
			return file.stream().map(JarEntry::getName).collect(Collectors.toList());
		}
	}
}
