package io.github.mcdunet.updatesite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the index of a site, db.xml.gz. */
final class SiteIndex {

	static final String NAME = "db.xml.gz";

	private SiteIndex() {
	}

	/** @return the records by their paths without versions; none if the folder is no site yet */
	static Map<String, SiteRecord> read(final Path site) throws IOException {
		final Map<String, SiteRecord> records = new LinkedHashMap<>();
		final Path file = site.resolve(NAME);
		if (!Files.exists(file)) return records;
		try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
			final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			final Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
			for (final Element plugin : children(root, "plugin")) {
				final SiteRecord record = record(plugin);
				records.put(SiteFile.unversioned(record.filename()), record);
			}
		}
		catch (final ParserConfigurationException | SAXException e) {
			throw new IOException("'" + file + "' is no index of an update site: " + e.getMessage(),
				e);
		}
		return records;
	}

	private static SiteRecord record(final Element plugin) {
		final String filename = plugin.getAttribute("filename");
		final List<PreviousVersion> previous = new ArrayList<>();
		for (final Element e : children(plugin, "previous-version"))
			previous.add(new PreviousVersion(
				e.hasAttribute("filename") ? e.getAttribute("filename") : filename,
				e.getAttribute("checksum"), e.getAttribute("timestamp"),
				e.getAttribute("timestamp-obsolete")));
		final Optional<CurrentVersion> current = children(plugin, "version").stream().findFirst()
			.map(SiteIndex::version);
		return new SiteRecord(filename, text(plugin, "platform"), current, previous);
	}

	private static CurrentVersion version(final Element version) {
		final List<String> dependencies = new ArrayList<>();
		for (final Element dependency : children(version, "dependency"))
			dependencies.add(dependency.getAttribute("filename"));
		return new CurrentVersion(version.getAttribute("checksum"),
			version.getAttribute("timestamp"), Long.parseLong(version.getAttribute("filesize")),
			text(version, "description"), text(version, "author"), dependencies);
	}

	private static String text(final Element parent, final String tag) {
		return children(parent, tag).stream().findFirst().map(Element::getTextContent).orElse("");
	}

	private static List<Element> children(final Element parent, final String tag) {
		final List<Element> children = new ArrayList<>();
		final NodeList nodes = parent.getElementsByTagName(tag);
		for (int i = 0; i < nodes.getLength(); i++)
			children.add((Element) nodes.item(i));
		return children;
	}
}
