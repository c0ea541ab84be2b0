package dev.tocsin.ingest.parse.tree;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads well-formed XML. Prefixes are no matter here, so those without a declaration cost nothing.
 */
final class StaxSource implements Tag {
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;

    private StaxSource(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Feeds the builder until it is done; the start of the text is the start tag of an element. */
    static void read(String xml, int start, FeedTreeBuilder builder) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(from(xml, start));
        try {
            StaxSource source = new StaxSource(reader);
            while (!builder.isDone() && reader.hasNext()) {
                source.event(reader.next(), builder);
            }
        } finally {
            reader.close();
        }
    }

    private static StringReader from(String xml, int start) {
        StringReader text = new StringReader(xml);
        try {
            text.skip(start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text;
    }

    private void event(int event, FeedTreeBuilder builder) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> builder.start(this);
            case XMLStreamConstants.END_ELEMENT -> builder.end();
            case XMLStreamConstants.CHARACTERS,
                    XMLStreamConstants.CDATA,
                    XMLStreamConstants.SPACE -> {
                if (builder.wantsText()) {
                    builder.text(reader.getText());
                }
            }
            case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("an entity that XML does not know");
            default -> {}
        }
    }

    @Override
    public String name() {
        return reader.getLocalName();
    }

    @Override
    public int attributes() {
        return reader.getAttributeCount();
    }

    @Override
    public String attribute(int index) {
        String prefix = reader.getAttributePrefix(index);
        String local = reader.getAttributeLocalName(index);
        return prefix == null || prefix.isEmpty() ? local : prefix + ':' + local;
    }

    @Override
    public String value(int index) {
        return reader.getAttributeValue(index);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // no entity is left to expand; the runtime counts even &amp; and gives up at 100,000
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        return factory;
    }
}
