package dev.tocsin.ingest.parse.tree;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

import java.util.List;

/** Reads what is XML in intention only: tags that do not match, attributes without quotes. */
final class SoupSource implements NodeFilter {
    private final FeedTreeBuilder builder;

    private SoupSource(FeedTreeBuilder builder) {
        this.builder = builder;
    }

    static void read(String xml, FeedTreeBuilder builder) {
        Document document = Parser.xmlParser().parseInput(xml, "");
        NodeTraversor.filter(new SoupSource(builder), document);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        switch (node) {
            case Document _ -> {}
            case Element element -> builder.start(new SoupTag(element));
            case TextNode text -> builder.text(text.getWholeText());
            default -> {}
        }
        return goOn();
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element && !(node instanceof Document)) {
            builder.end();
        }
        return goOn();
    }

    private FilterResult goOn() {
        return builder.isDone() ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    private record SoupTag(String name, List<Attribute> all) implements Tag {
        SoupTag(Element element) {
            this(element.tagName(), element.attributes().asList());
        }

        @Override
        public int attributes() {
            return all.size();
        }

        @Override
        public String attribute(int index) {
            return all.get(index).getKey();
        }

        @Override
        public String value(int index) {
            return all.get(index).getValue();
        }
    }
}
