package io.github.mcdunet.updatesite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is installed must not get into the way of Fiji and of other plugins. */
public class GoodNeighbourIT {

	private static final Path SITE = Paths.get(System.getProperty("site.folder"));
	private static final Set<String> PLATFORMS = Set.of("linux64", "win64", "macos64", "macos-arm64",
		"linux-arm64");

	/** The only packages that may be shipped: nobody else's TensorFlow, protobuf, guava, jackson, slf4j, commons or JNA. */
	private static final String OWN = "(io/github/mcdunet|org/bytedeco/(javacpp|dnnl|opencl))/.*";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void noClassButItsOwn() throws Exception {
		final Set<String> foreign = new TreeSet<>();
		int classes = 0;
		for (final String platform : PLATFORMS)
			for (final Path jar : install(platform).jars())
				for (final String name : entries(jar))
					if (name.endsWith(".class") && !name.endsWith("module-info.class")) {
						classes++;
						final String plain = name.replaceFirst("META-INF/versions/\\d+/", "");
						if (!plain.matches(OWN))
							foreign.add(jar.getFileName() + ": " + name);
					}
		assertTrue("looked at " + classes, classes > 1000);
		assertEquals(Set.of(), foreign);
	}

	/** Services are found by all of Fiji: none may answer for a common interface, such as a logger or an XML parser. */
	@Test
	public void noServiceButSciJavasIndex() throws Exception {
		final Set<String> services = new TreeSet<>();
		for (final String platform : PLATFORMS)
			for (final Path jar : install(platform).jars())
				for (final String name : entries(jar))
					if (name.matches("META-INF/(services|json)/.+")
						|| name.matches("[^/]+\\.(properties|xml)"))
						services.add(name);
		assertEquals(Set.of("META-INF/json/org.scijava.plugin.Plugin"), services);
	}

	/** Java refuses to start with two versions of a module on its module path, as Fiji's launcher may set one up. */
	@Test
	public void noModuleTwice() throws Exception {
		for (final String platform : PLATFORMS) {
			final List<String> modules = new ArrayList<>();
			for (final Path jar : install(platform).jars())
				modules.addAll(ModuleFinder.of(jar).findAll().stream()
					.map(m -> m.descriptor()).map(ModuleDescriptor::name).collect(Collectors.toList()));
			assertEquals(platform + ": " + modules, modules.size(), new TreeSet<>(modules).size());
			assertTrue(modules.toString(), modules.contains("org.bytedeco.javacpp"));
		}
	}

	/** The updater looks past versions and would take a file of Fiji's name for a new version of Fiji's. */
	@Test
	public void everyJarHasAFolderOfItsOwn() throws Exception {
		for (final String platform : PLATFORMS)
			for (final String path : install(platform).installed)
				assertTrue(path,
					path.matches("plugins/MC_Dropout_UNet-[^/]+\\.jar|jars/mc-dropout-unet/[^/]+\\.jar|"
						+ "macros/MC_Dropout_UNet/[^/]+|licenses/mc-dropout-unet/[^/]+"));
	}

	private FreshFiji install(final String platform) throws Exception {
		return FreshFiji.install(SITE, platform, folder.newFolder().toPath());
	}

	private static List<String> entries(final Path jar) throws IOException {
		try (JarFile file = new JarFile(jar.toFile())) {
			return file.stream().map(JarEntry::getName).collect(Collectors.toList());
		}
	}
}
