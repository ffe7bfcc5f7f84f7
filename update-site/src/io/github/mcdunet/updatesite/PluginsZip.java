package io.github.mcdunet.updatesite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The zip for the folder plugins of a plain ImageJ: the plug-in, and in jars all it needs on the
 * platform that builds.
 */
final class PluginsZip {

	/**
	 * The earliest time that zip knows without ado: the same content always makes the same bytes.
	 */
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

	private static final String LICENCES = "jars/mc-dropout-unet-licenses/";

	private final BuildFolders build;

	PluginsZip(final BuildFolders build) {
		this.build = build;
	}

	void write(final Path zip) throws IOException {
		final Path part = zip.resolveSibling(zip.getFileName() + ".part");
		try (OutputStream file = Files.newOutputStream(part);
			ZipOutputStream out = new ZipOutputStream(file)) {
			for (final Map.Entry<String, Path> e : entries().entrySet()) {
				final ZipEntry entry = new ZipEntry(e.getKey());
				entry.setTimeLocal(NO_TIME);
				out.putNextEntry(entry);
				Files.copy(e.getValue(), out);
				out.closeEntry();
			}
		}
		Files.move(part, zip, StandardCopyOption.REPLACE_EXISTING);
	}

	private Map<String, Path> entries() throws IOException {
		final Map<String, Path> entries = new LinkedHashMap<>();
		entries.put(build.plugin().getFileName().toString(), build.plugin());
		for (final Path jar : build.libraries())
			if (!SiteFile.unversioned(jar.getFileName().toString()).equals("ij.jar"))
				entries.put("jars/" + jar.getFileName(), jar);
		for (final Path jar : build.ownNatives())
			entries.put("jars/" + jar.getFileName(), jar);
		// NB: ImageJ takes a text file with an underscore in its name for a macro, and makes a menu entry of it.
		entries.put("MC-Dropout-UNet-README.txt", build.readme());
		entries.put(LICENCES + "LICENSE.txt", build.licence());
		for (final Path licence : build.otherLicences())
			entries.put(LICENCES + licence.getFileName(), licence);
		return entries;
	}
}
