package dev.tocsin.ingest.parse.tree;

import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMFactory;
import org.jdom2.Namespace;
import org.jdom2.UncheckedJDOMFactory;

import java.util.ArrayList;
import java.util.List;

/** The tree as it grows: the head, and in it the entries, with their elements flat below. */
final class Trunk {
    private static final JDOMFactory FACTORY = new UncheckedJDOMFactory();
    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    private static final Namespace CONTENT =
            Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    private static final Namespace DUBLIN_CORE =
            Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");

    final Family family;
    final Element head;
    final List<Element> entries = new ArrayList<>();
    private final Document document;

    Trunk(Family family) {
        this.family = family;
        this.head = core(family == Family.ATOM ? "feed" : "channel");
        Element root = head;
        if (family == Family.RSS) {
            root = core("rss");
            root.setAttribute("version", "2.0");
            root.addContent(head);
        }
        this.document = new Document(root);
    }

    Element newEntry() {
        Element entry = core(family == Family.ATOM ? "entry" : "item");
        head.addContent(entry);
        entries.add(entry);
        return entry;
    }

    void dropLast() {
        head.removeContent(entries.removeLast());
    }

    /** An element under the name that ROME looks for, or under one that hides it from ROME. */
    Element element(Word word) {
        String name = String.valueOf(word.canonical());
        if (word.ofDublinCore()) {
            return FACTORY.element(name, DUBLIN_CORE);
        }
        if (family == Family.RSS && name.equals(Words.CONTENT)) {
            return FACTORY.element("encoded", CONTENT);
        }
        return core(family == Family.RSS && name.equals(Words.SUMMARY) ? "description" : name);
    }

    Element core(String name) {
        return family == Family.ATOM ? FACTORY.element(name, ATOM) : FACTORY.element(name);
    }

    static void addText(Element element, String text) {
        if (!text.isEmpty()) {
            element.addContent(FACTORY.text(text));
        }
    }

    static void addAttribute(Element element, String name, String value) {
        element.setAttribute(FACTORY.attribute(name, value));
    }

    FeedTree tree(String format, boolean truncated) {
        return new FeedTree(family, format, document, head, entries, truncated);
    }
}
