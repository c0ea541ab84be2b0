package dev.tocsin.ingest.parse.rome;

import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.impl.RSS20Parser;

import org.jdom2.Element;

import java.util.List;
import java.util.Locale;

/** ROME's parser for RSS, which here loses a field that it cannot read, not the feed. */
final class RssReader extends RSS20Parser {

    @Override
    protected List<Element> getItems(Element root) {
        return root.getChildren().getFirst().getChildren("item");
    }

    @Override
    public Item parseItem(Element root, Element element, Locale locale) {
        try {
            return super.parseItem(root, element, locale);
        } catch (RuntimeException _) {
            return new Item();
        }
    }
}
