package dev.tocsin.app.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A demo feed's document at a moment, in the feed's format; newest entries first. */
final class DemoDocument {
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String RSS1 = "http://purl.org/rss/1.0/";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String RSS091 =
            "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\""
                    + " \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">";

    private final DemoFeed feed;
    private final Instant now;
    private final XMLStreamWriter xml;

    private DemoDocument(DemoFeed feed, Instant now, XMLStreamWriter xml) {
        this.feed = feed;
        this.now = now;
        this.xml = xml;
    }

    static byte[] render(DemoFeed feed, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            new DemoDocument(feed, now, xml).write();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write the demo feed " + feed.slug(), e);
        }
        return bytes.toByteArray();
    }

    private List<DemoEntry> entries() {
        return feed.entries().stream()
                .filter(entry -> !entry.at().isAfter(now))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
    }

    private void write() throws XMLStreamException {
        switch (feed.format()) {
            case "atom" -> atom();
            case "rdf" -> rdf();
            case "rss091" -> rss("0.91");
            default -> rss("2.0");
        }
    }

    private void rss(String version) throws XMLStreamException {
        if (version.equals("0.91")) {
            xml.writeDTD(RSS091);
        }
        xml.writeStartElement("rss");
        xml.writeAttribute("version", version);
        xml.writeNamespace("content", CONTENT);
        xml.writeStartElement("channel");
        channel();
        element("language", feed.language());
        for (DemoEntry entry : entries()) {
            xml.writeStartElement("item");
            item(entry);
            if (version.equals("2.0")) {
                guid(entry);
                body(entry);
            }
            element("pubDate", rfc1123(entry.at()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void channel() throws XMLStreamException {
        element("title", feed.title());
        element("link", "https://" + feed.slug() + ".example/");
        element("description", feed.focus());
    }

    private void item(DemoEntry entry) throws XMLStreamException {
        element("title", entry.textAt(now).title());
        element("link", entry.link());
        element("description", entry.textAt(now).summary());
        for (String category : entry.categories()) {
            element("category", category);
        }
    }

    private void guid(DemoEntry entry) throws XMLStreamException {
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(feed.slug() + ":" + entry.id());
        xml.writeEndElement();
    }

    private void body(DemoEntry entry) throws XMLStreamException {
        if (entry.textAt(now).body().isPresent()) {
            xml.writeStartElement("content", "encoded", CONTENT);
            xml.writeCharacters(paragraphs(entry.textAt(now).body().get()));
            xml.writeEndElement();
        }
    }

    private static String paragraphs(String text) {
        return "<p>" + text.strip().replaceAll("\\n\\s*\\n", "</p><p>") + "</p>";
    }

    private void rdf() throws XMLStreamException {
        xml.writeStartElement("rdf", "RDF", RDF);
        xml.writeNamespace("rdf", RDF);
        xml.writeNamespace("dc", DC);
        xml.writeDefaultNamespace(RSS1);
        xml.writeStartElement("channel");
        xml.writeAttribute("rdf", RDF, "about", "https://" + feed.slug() + ".example/");
        channel();
        dc("language", feed.language());
        xml.writeEndElement();
        for (DemoEntry entry : entries()) {
            xml.writeStartElement("item");
            xml.writeAttribute("rdf", RDF, "about", entry.link());
            element("title", entry.textAt(now).title());
            element("link", entry.link());
            element("description", entry.textAt(now).summary());
            dc("date", entry.at().toString());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void dc(String name, String text) throws XMLStreamException {
        xml.writeStartElement("dc", name, DC);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void atom() throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", feed.language());
        element("title", feed.title());
        element("id", "tag:" + feed.slug() + ".example,2025:feed");
        link("https://" + feed.slug() + ".example/");
        element("updated", lastChange().toString());
        for (DemoEntry entry : entries()) {
            atomEntry(entry);
        }
        xml.writeEndElement();
    }

    private Instant lastChange() {
        return entries().stream()
                .map(entry -> entry.updatedAt(now))
                .max(Instant::compareTo)
                .orElse(now);
    }

    private void atomEntry(DemoEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("title", entry.textAt(now).title());
        element("id", "tag:" + feed.slug() + ".example,2025:" + entry.id());
        link(entry.link());
        element("published", entry.at().toString());
        element("updated", entry.updatedAt(now).toString());
        html("summary", entry.textAt(now).summary());
        if (entry.textAt(now).body().isPresent()) {
            html("content", paragraphs(entry.textAt(now).body().get()));
        }
        xml.writeEndElement();
    }

    private void html(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("type", "html");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void link(String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("href", address);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String rfc1123(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
