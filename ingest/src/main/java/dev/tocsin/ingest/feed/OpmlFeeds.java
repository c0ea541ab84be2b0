package dev.tocsin.ingest.feed;

import dev.tocsin.schemas.Feed;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads feed lists in OPML: outlines with an xmlUrl are feeds, those around them are folders. */
final class OpmlFeeds {
    private static final int DEEPEST = 64;
    private static final XMLInputFactory FACTORY = factory();

    /** An outline that is open; feeds hold no folder name. */
    private record Level(Optional<String> folder) {}

    private final String file;
    private final FeedCollector feeds;
    private final Deque<Level> levels = new ArrayDeque<>();
    private Optional<FeedListException> fault = Optional.empty();

    private OpmlFeeds(String file) {
        this.file = file;
        this.feeds = new FeedCollector(file);
    }

    static FeedList read(String file, String content) throws FeedListException {
        try {
            XMLStreamReader reader =
                    FACTORY.createXMLStreamReader(new StringReader(content.stripLeading()));
            return new OpmlFeeds(file).read(reader);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw new FeedListException(file, line, "expected well-formed XML: " + reason(e));
        }
    }

    private FeedList read(XMLStreamReader reader) throws XMLStreamException, FeedListException {
        boolean opml = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && !opml) {
                opml = checkRoot(reader);
            } else if (event == XMLStreamConstants.START_ELEMENT && isOutline(reader)) {
                open(reader);
            } else if (event == XMLStreamConstants.END_ELEMENT && isOutline(reader)) {
                levels.removeLast();
            }
        }
        return listed();
    }

    /** A list of which nothing can be polled is no list. */
    private FeedList listed() throws FeedListException {
        FeedList list = feeds.list();
        if (list.feeds().isEmpty() && fault.isPresent()) {
            throw fault.get();
        }
        return list;
    }

    private boolean checkRoot(XMLStreamReader reader) throws FeedListException {
        if (reader.getLocalName().equalsIgnoreCase("opml")) {
            return true;
        }
        throw new FeedListException(
                file, line(reader), "expected <opml>, found <%s>".formatted(reader.getLocalName()));
    }

    private void open(XMLStreamReader reader) throws FeedListException {
        if (levels.size() == DEEPEST) {
            throw new FeedListException(
                    file,
                    line(reader),
                    "expected at most %d folders in each other".formatted(DEEPEST));
        }
        Map<String, String> values = attributes(reader);
        if (values.containsKey(FeedKeys.URL)) {
            add(line(reader), values);
            levels.addLast(new Level(Optional.empty()));
        } else {
            levels.addLast(new Level(Optional.ofNullable(values.get(FeedKeys.TITLE))));
        }
    }

    private void add(int line, Map<String, String> values) {
        try {
            feeds.add(line, values, folders());
        } catch (FeedListException e) {
            feeds.leaveOut(e);
            fault = fault.or(() -> Optional.of(e));
        }
    }

    private List<String> folders() {
        return levels.stream().map(Level::folder).flatMap(Optional::stream).toList();
    }

    /** Attributes by our names; those of other programs are left out. */
    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i).strip();
            if (value.isEmpty() && !reader.getAttributeLocalName(i).equalsIgnoreCase("xmlurl")) {
                continue;
            }
            switch (reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT)) {
                case "xmlurl" -> values.put(FeedKeys.URL, web(value));
                case "text" -> values.put(FeedKeys.TITLE, value);
                case "title" -> values.putIfAbsent(FeedKeys.TITLE, value);
                case "url" -> {}
                default ->
                        own(reader.getAttributeLocalName(i)).ifPresent(k -> values.put(k, value));
            }
        }
        return values;
    }

    /** Some readers write feed: where they mean the web. */
    private static String web(String url) {
        return url.replaceFirst("(?i)^feed:(?=https?://)", "")
                .replaceFirst("(?i)^feed://", "http://");
    }

    private static Optional<String> own(String attribute) {
        return FeedKeys.SINGLE.stream().filter(key -> key.equalsIgnoreCase(attribute)).findFirst();
    }

    static String write(List<Feed> feeds) {
        StringBuilder opml =
                new StringBuilder(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <opml version="2.0">
                          <head>
                            <title>Tocsin feeds</title>
                          </head>
                          <body>
                        """);
        List<String> open = new ArrayList<>();
        for (Feed feed : feeds) {
            enter(opml, open, feed.getFolders());
            indent(opml, open.size()).append("<outline type=\"rss\"");
            FeedKeys.values(feed).forEach((key, value) -> attribute(opml, key, value));
            opml.append("/>\n");
        }
        enter(opml, open, List.of());
        return opml.append("  </body>\n</opml>\n").toString();
    }

    private static void enter(StringBuilder opml, List<String> open, List<String> wanted) {
        int shared = 0;
        while (shared < Math.min(open.size(), wanted.size())
                && open.get(shared).equals(wanted.get(shared))) {
            shared++;
        }
        while (open.size() > shared) {
            open.removeLast();
            indent(opml, open.size()).append("</outline>\n");
        }
        for (String folder : wanted.subList(shared, wanted.size())) {
            attribute(indent(opml, open.size()).append("<outline"), FeedKeys.TITLE, folder);
            opml.append(">\n");
            open.add(folder);
        }
    }

    private static void attribute(StringBuilder opml, String key, String value) {
        String name =
                key.equals(FeedKeys.URL) ? "xmlUrl" : key.equals(FeedKeys.TITLE) ? "text" : key;
        opml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static StringBuilder indent(StringBuilder opml, int depth) {
        return opml.append("  ".repeat(depth + 2));
    }

    private static String escaped(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;");
    }

    private static boolean isOutline(XMLStreamReader reader) {
        return reader.getLocalName().equalsIgnoreCase("outline");
    }

    private static int line(XMLStreamReader reader) {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    private static String reason(XMLStreamException e) {
        String text = String.valueOf(e.getMessage());
        int at = text.indexOf("Message: ");
        return (at < 0 ? text : text.substring(at + 9)).lines().findFirst().orElse("");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }
}
