package dev.tocsin.app.demo;

import dev.tocsin.app.demo.DemoEdition.Shown;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An edition in its feed's format; newest entries first. */
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
    private final List<Shown> entries;
    private final XMLStreamWriter xml;

    private DemoDocument(DemoEdition edition, XMLStreamWriter xml) {
        this.feed = edition.feed();
        this.entries = edition.entries();
        this.xml = xml;
    }

    static byte[] render(DemoEdition edition) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            new DemoDocument(edition, xml).write();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(
                    "cannot write the demo feed " + edition.feed().slug(), e);
        }
        return bytes.toByteArray();
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
        for (Shown shown : entries) {
            xml.writeStartElement("item");
            item(shown);
            if (version.equals("2.0")) {
                guid(shown.entry());
                body(shown);
            }
            element("pubDate", rfc1123(shown.entry().at()));
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

    private void item(Shown shown) throws XMLStreamException {
        element("title", shown.text().title());
        element("link", shown.entry().link());
        element("description", shown.text().summary());
        for (String category : shown.entry().categories()) {
            element("category", category);
        }
    }

    private void guid(DemoEntry entry) throws XMLStreamException {
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(feed.slug() + ":" + entry.id());
        xml.writeEndElement();
    }

    private void body(Shown shown) throws XMLStreamException {
        if (shown.text().body().isPresent()) {
            xml.writeStartElement("content", "encoded", CONTENT);
            xml.writeCharacters(paragraphs(shown.text().body().get()));
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
        for (Shown shown : entries) {
            xml.writeStartElement("item");
            xml.writeAttribute("rdf", RDF, "about", shown.entry().link());
            element("title", shown.text().title());
            element("link", shown.entry().link());
            element("description", shown.text().summary());
            dc("date", shown.entry().at().toString());
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
        for (Shown shown : entries) {
            atomEntry(shown);
        }
        xml.writeEndElement();
    }

    private Instant lastChange() {
        return entries.stream().map(Shown::writtenAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private void atomEntry(Shown shown) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("title", shown.text().title());
        element("id", "tag:" + feed.slug() + ".example,2025:" + shown.entry().id());
        link(shown.entry().link());
        element("published", shown.entry().at().toString());
        element("updated", shown.writtenAt().toString());
        html("summary", shown.text().summary());
        if (shown.text().body().isPresent()) {
            html("content", paragraphs(shown.text().body().get()));
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
