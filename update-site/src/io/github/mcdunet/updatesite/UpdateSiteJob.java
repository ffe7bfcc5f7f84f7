package io.github.mcdunet.updatesite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/**
 * Makes, or brings up to date, the update site and the zip for plain ImageJ, and says how much each
 * platform downloads.
 */
public final class UpdateSiteJob {

	private UpdateSiteJob() {
	}

	/**
	 * @param args the project's folder, the build's folder, the packaged jar, the site's folder,
	 * the zip
	 */
	public static void main(final String[] args) throws IOException {
		final Path project = Paths.get(args[0]);
		final BuildFolders build = new BuildFolders(project, Paths.get(args[1]),
			Paths.get(args[2]));
		final Release release = new Release(build,
			new FijiShips(project.resolve("update-site/fiji-ships.txt")));
		final Path site = Files.createDirectories(Paths.get(args[3]));
		final String now = DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
			.format(LocalDateTime.now(ZoneOffset.UTC));
		final Collection<SiteRecord> records = new UpdateSite(site).upload(release, now);
		final Path zip = Paths.get(args[4]);
		new PluginsZip(build).write(zip);
		System.out.println("Update site in " + site + ", download per platform:");
		System.out.print(SizeReport.of(records));
		System.out.printf("Plain ImageJ on this platform: %s, %.1f MB%n", zip,
			Files.size(zip) / 1e6);
	}
}
