package dev.tocsin.bench.parse;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;

import dev.tocsin.ingest.parse.FeedParser;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** One way to read a feed document. */
record Reader(String label, Reading reading) {

    @FunctionalInterface
    interface Reading {
        /** Returns how many entries were found. */
        int entries(byte[] document) throws Exception;
    }

    /** Ours first, then what it is compared with. */
    static List<Reader> all() {
        return List.of(ours(), plainRome(), bareScan());
    }

    /** Plain texts, cleaned, absolute links, dates: all that the poller gets. */
    private static Reader ours() {
        FeedParser parser = new FeedParser();
        URI base = URI.create("https://news.example/feed.xml");
        return new Reader(
                "Tocsin",
                document -> parser.parse(document, Optional.of("text/xml"), base).entries().size());
    }

    /** HTML stays as it is. */
    private static Reader plainRome() {
        return new Reader(
                "plain ROME",
                document ->
                        new SyndFeedInput()
                                .build(new XmlReader(new ByteArrayInputStream(document)))
                                .getEntries()
                                .size());
    }

    /** Every event and every text, and nothing done with them: the floor of all XML reading. */
    private static Reader bareScan() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return new Reader("StAX scan", document -> scan(factory, document));
    }

    private static int scan(XMLInputFactory factory, byte[] document) throws Exception {
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
        int entries = 0;
        long characters = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                entries += name.equals("item") || name.equals("entry") ? 1 : 0;
            } else if (event == XMLStreamConstants.CHARACTERS) {
                characters += reader.getText().length();
            }
        }
        reader.close();
        return characters == 0 ? 0 : entries;
    }
}
