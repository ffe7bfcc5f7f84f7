package io.github.mcdunet.updatesite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A made-up small build, uploaded once and again. */
public class UpdateSiteTest {

	private static final String FIRST = "20260101000000";
	private static final String SECOND = "20260202000000";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path project, target, site;

	@Before
	public void makeBuild() throws IOException {
		project = folder.newFolder().toPath();
		target = folder.newFolder().toPath();
		site = folder.newFolder().toPath();
		write(project.resolve("macros/Run_It.ijm"), "print(1);");
		write(project.resolve("update-site/for-users/README.txt"), "Read me");
		write(project.resolve("update-site/for-users/licenses/Theirs-2.0.txt"), "Free too");
		write(project.resolve("update-site/fiji-ships.txt"), "# a comment\n\nij\n");
		write(project.resolve("LICENSE"), "Free");
		jar(runtime("ij-1.54p.jar"), "ij/IJ.class", "ij");
		jar(runtime("engine-2.0-1.5.jar"), "engine.class", "java");
		jar(runtime("engine-2.0-1.5-linux-x86_64.jar"), "engine.so", "native");
		jar(target.resolve("update-site-jars/natives/linux64/engine-2.0-1.5-linux-x86_64.jar"),
			"engine.so", "native");
		jar(target.resolve("update-site-jars/natives/win64/engine-2.0-1.5-windows-x86_64.jar"),
			"engine.dll", "win");
	}

	@Test
	public void anUpgradeKeepsTheOldVersions() throws Exception {
		upload("0.1.0", "old", FIRST);
		upload("0.2.0", "new", SECOND);
		final FreshFiji fiji = FreshFiji.install(site, "win64", folder.newFolder().toPath());
		assertEquals(
			Set.of("plugins/A_B-0.2.0.jar", "jars/mc-dropout-unet/engine-2.0-1.5.jar",
				"jars/mc-dropout-unet/engine-2.0-1.5-windows-x86_64.jar",
				"macros/MC_Dropout_UNet/Run_It.ijm", "macros/MC_Dropout_UNet/README.txt",
				"licenses/mc-dropout-unet/LICENSE.txt", "licenses/mc-dropout-unet/Theirs-2.0.txt"),
			fiji.installed);
		assertEquals("only the plug-in has changed", List.of("plugins/A_B-0.1.0.jar-" + FIRST),
			fiji.previous);
		assertTrue("who has the old index still finds the old file",
			Files.exists(site.resolve("plugins/A_B-0.1.0.jar-" + FIRST)));
		assertTrue(Files.exists(site.resolve("plugins/A_B-0.2.0.jar-" + SECOND)));
		assertFalse("not uploaded again",
			Files.exists(site.resolve("macros/MC_Dropout_UNet/Run_It.ijm-" + SECOND)));
	}

	@Test
	public void whatIsShippedNoMoreIsWithdrawn() throws Exception {
		upload("0.1.0", "old", FIRST);
		Files.delete(project.resolve("macros/Run_It.ijm"));
		upload("0.1.0", "old", SECOND);
		final FreshFiji fiji = FreshFiji.install(site, "linux64", folder.newFolder().toPath());
		assertFalse(fiji.onSite.contains("macros/MC_Dropout_UNet/Run_It.ijm"));
		assertEquals(List.of("macros/MC_Dropout_UNet/Run_It.ijm-" + FIRST), fiji.previous);
	}

	@Test
	public void thePluginNeedsItsJarsAndFijis() throws Exception {
		upload("0.1.0", "old", FIRST);
		final FreshFiji fiji = FreshFiji.install(site, "macos-arm64", folder.newFolder().toPath());
		assertEquals(Set.of("jars/ij.jar", "jars/mc-dropout-unet/engine.jar"), fiji.needed);
		assertEquals(
			Set.of("jars/mc-dropout-unet/engine-2.0-1.5.jar", "plugins/A_B-0.1.0.jar",
				"macros/MC_Dropout_UNet/Run_It.ijm", "macros/MC_Dropout_UNet/README.txt",
				"licenses/mc-dropout-unet/LICENSE.txt", "licenses/mc-dropout-unet/Theirs-2.0.txt"),
			fiji.installed);
	}

	@Test
	public void sizesCountWhatAPlatformTakes() throws Exception {
		final var records = upload("0.1.0", "old", FIRST);
		final long both = SizeReport.bytes(records, "macos-arm64");
		assertEquals(
			Files.size(
				target.resolve("update-site-jars/natives/win64/engine-2.0-1.5-windows-x86_64.jar")),
			SizeReport.bytes(records, "win64") - both);
	}

	@Test
	public void anUploadOfThePastIsRefused() throws IOException {
		upload("0.1.0", "old", SECOND);
		assertThrows(IllegalArgumentException.class, () -> upload("0.2.0", "new", FIRST));
	}

	@Test
	public void commentsOfPropertiesDoNotCount() throws IOException {
		assertEquals("\na=1\n\nb=2", withoutComments("#Mon Nov 23\na=1\n#x\nb=2"));
		assertEquals("\n\na=1", withoutComments("#one\n##two\na=1"));
		assertEquals("a=1\n\n#stays\n", withoutComments("a=1\n\n#stays\n"));
		assertEquals("\n#stays", withoutComments("#\n#stays"));
		assertEquals("", withoutComments("#no end"));
	}

	private static String withoutComments(final String text) throws IOException {
		final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		final String ours = new String(UpdaterChecksum.withoutComments(bytes),
			StandardCharsets.UTF_8);
		final StringBuilder theirs = new StringBuilder();
		final UpdaterReading reading = new UpdaterReading(bytes);
		for (int b = reading.read(); b >= 0; b = reading.read())
			theirs.append((char) b);
		assertEquals(theirs.toString(), ours);
		return ours;
	}

	/** Packs the plug-in anew each time, as a build does. */
	private Collection<SiteRecord> upload(final String version, final String content,
		final String timestamp) throws IOException {
		final Path plugin = target.resolve("A_B-" + version + ".jar");
		jar(plugin, "A.class", content);
		final FijiShips ships = new FijiShips(project.resolve("update-site/fiji-ships.txt"));
		return new UpdateSite(site)
			.upload(new Release(new BuildFolders(project, target, plugin), ships), timestamp);
	}

	private Path runtime(final String name) {
		return target.resolve("update-site-jars/runtime").resolve(name);
	}

	private static void write(final Path file, final String text) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	private static void jar(final Path file, final String entry, final String content)
		throws IOException {
		Files.createDirectories(file.getParent());
		try (OutputStream out = Files.newOutputStream(file);
			ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
			zip.write(("Built: " + System.nanoTime() + "\n").getBytes(StandardCharsets.UTF_8));
			zip.putNextEntry(new ZipEntry(entry));
			zip.write(content.getBytes(StandardCharsets.UTF_8));
		}
	}
}
