package io.github.mcdunet.updatesite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the index of a site, db.xml.gz, in the order of elements that the updater's own document
 * type asks for.
 */
final class SiteIndexWriter {

	private final XMLStreamWriter xml;

	private SiteIndexWriter(final XMLStreamWriter xml) {
		this.xml = xml;
	}

	/**
	 * Writes beside and renames: whoever updates at this moment reads the old index or the new one,
	 * never a half.
	 */
	static void write(final Collection<SiteRecord> records, final Path site) throws IOException {
		final Path part = site.resolve(SiteIndex.NAME + ".part");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
			final XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out,
				StandardCharsets.UTF_8.name());
			new SiteIndexWriter(xml).records(records);
			xml.close();
		}
		catch (final XMLStreamException e) {
			throw new IOException("The index could not be written: " + e.getMessage(), e);
		}
		Files.move(part, site.resolve(SiteIndex.NAME), StandardCopyOption.REPLACE_EXISTING,
			StandardCopyOption.ATOMIC_MOVE);
	}

	private void records(final Collection<SiteRecord> records) throws XMLStreamException {
		xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
		line();
		xml.writeStartElement("pluginRecords");
		for (final SiteRecord record : records)
			record(record);
		line();
		xml.writeEndElement();
		xml.writeEndDocument();
	}

	private void record(final SiteRecord record) throws XMLStreamException {
		line();
		xml.writeStartElement("plugin");
		xml.writeAttribute("filename", record.filename());
		text("platform", record.platform());
		if (record.current().isPresent()) version(record.current().get());
		for (final PreviousVersion previous : record.previous()) {
			line();
			xml.writeEmptyElement("previous-version");
			xml.writeAttribute("timestamp", previous.timestamp);
			xml.writeAttribute("timestamp-obsolete", previous.obsoleteSince);
			xml.writeAttribute("checksum", previous.checksum);
			xml.writeAttribute("filename", previous.filename);
		}
		xml.writeEndElement();
	}

	private void version(final CurrentVersion version) throws XMLStreamException {
		line();
		xml.writeStartElement("version");
		xml.writeAttribute("checksum", version.checksum);
		xml.writeAttribute("timestamp", version.timestamp);
		xml.writeAttribute("filesize", Long.toString(version.size));
		text("description", version.description);
		for (final String dependency : version.dependencies) {
			xml.writeEmptyElement("dependency");
			xml.writeAttribute("filename", dependency);
			xml.writeAttribute("timestamp", version.timestamp);
		}
		text("author", version.author);
		xml.writeEndElement();
	}

	private void text(final String tag, final String text) throws XMLStreamException {
		if (text.isEmpty()) return;
		xml.writeStartElement(tag);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

	private void line() throws XMLStreamException {
		xml.writeCharacters("\n");
	}
}
