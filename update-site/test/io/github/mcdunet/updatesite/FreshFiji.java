package io.github.mcdunet.updatesite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Does with a site what the updater does: reads the index, takes what is for its platform, and
 * checks size and checksum of each file.
 */
final class FreshFiji extends DefaultHandler {

	final Path root;
	final Set<String> installed = new TreeSet<>();
	final Set<String> onSite = new TreeSet<>();
	final Set<String> needed = new TreeSet<>();
	final List<String> previous = new ArrayList<>();

	private final Path site;
	private final String platform;

	private String filename, version, checksum;
	private long size;
	private final List<String> platforms = new ArrayList<>();
	private StringBuilder text = new StringBuilder();

	private FreshFiji(final Path site, final String platform, final Path root) {
		this.site = site;
		this.platform = platform;
		this.root = root;
	}

	static FreshFiji install(final Path site, final String platform, final Path root)
		throws Exception {
		final FreshFiji fiji = new FreshFiji(site, platform, root);
		try (
			InputStream in = new GZIPInputStream(Files.newInputStream(site.resolve("db.xml.gz")))) {
			SAXParserFactory.newInstance().newSAXParser().parse(in, fiji);
		}
		return fiji;
	}

	List<Path> jars() {
		final List<Path> jars = new ArrayList<>();
		for (final String path : installed)
			if (path.matches("(plugins|jars|jars/[^/]+)/[^/]+\\.jar")) jars.add(root.resolve(path));
		return jars;
	}

	@Override
	public void startElement(final String uri, final String local, final String name,
		final Attributes values) {
		text = new StringBuilder();
		if (name.equals("plugin")) {
			filename = values.getValue("filename");
			version = null;
			platforms.clear();
		}
		else if (name.equals("version")) {
			version = values.getValue("timestamp");
			checksum = values.getValue("checksum");
			size = Long.parseLong(values.getValue("filesize"));
		}
		else if (name.equals("dependency")) needed.add(values.getValue("filename"));
		else if (name.equals("previous-version"))
			previous.add(values.getValue("filename") + "-" + values.getValue("timestamp"));
	}

	@Override
	public void characters(final char[] chars, final int start, final int length) {
		text.append(chars, start, length);
	}

	@Override
	public void endElement(final String uri, final String local, final String name) {
		if (name.equals("platform")) platforms.add(text.toString());
		if (name.equals("plugin") && version != null) try {
			take();
		}
		catch (final Exception e) {
			throw new AssertionError(filename, e);
		}
	}

	private void take() throws Exception {
		final Path file = site.resolve(filename + "-" + version);
		assertTrue(version, version.matches("20\\d{12}"));
		assertEquals(filename, size, Files.size(file));
		assertEquals(filename, checksum, UpdaterReading.checksum(filename, file));
		assertTrue(filename + " twice", onSite.add(filename));
		if (!platforms.isEmpty() && !platforms.contains(platform)) return;
		final Path target = root.resolve(filename);
		Files.createDirectories(target.getParent());
		Files.copy(file, target);
		installed.add(filename);
	}
}
