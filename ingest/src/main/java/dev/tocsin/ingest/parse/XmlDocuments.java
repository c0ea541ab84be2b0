package dev.tocsin.ingest.parse;

import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.StAXStreamBuilder;

import java.io.StringReader;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** XML text to a tree, without DTDs, external entities or bottomless nesting. */
final class XmlDocuments {
    private static final int DEEPEST = 128;
    private static final XMLInputFactory FACTORY = factory();

    private XmlDocuments() {}

    static Document read(String xml) throws UnreadableFeedException {
        try {
            return build(xml);
        } catch (JDOMException | XMLStreamException _) {
            return readAgain(XmlRepair.withPrefixesDeclared(xml));
        }
    }

    private static Document readAgain(String xml) throws UnreadableFeedException {
        try {
            return build(xml);
        } catch (JDOMException | XMLStreamException e) {
            throw new UnreadableFeedException(
                    FeedFault.MALFORMED, "The document is not well-formed XML: " + firstLine(e));
        }
    }

    private static Document build(String xml)
            throws JDOMException, XMLStreamException, UnreadableFeedException {
        DepthGuard reader = new DepthGuard(FACTORY.createXMLStreamReader(new StringReader(xml)));
        try {
            return new StAXStreamBuilder().build(reader);
        } catch (TooDeepException _) {
            throw new UnreadableFeedException(
                    FeedFault.TOO_DEEP,
                    "The document nests more than %d elements.".formatted(DEEPEST));
        } finally {
            reader.close();
        }
    }

    private static String firstLine(Exception e) {
        Throwable told = e.getCause() instanceof XMLStreamException cause ? cause : e;
        return String.valueOf(told.getMessage())
                .replace('\n', ' ')
                .lines()
                .findFirst()
                .orElse("no reason given");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // no entity is left to expand; the runtime counts even &amp; and gives up at 100,000
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        return factory;
    }

    private static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class DepthGuard extends StreamReaderDelegate {
        private int depth;

        DepthGuard(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == START_ELEMENT && ++depth > DEEPEST) {
                throw new TooDeepException();
            }
            if (event == END_ELEMENT) {
                depth--;
            }
            return event;
        }
    }
}
