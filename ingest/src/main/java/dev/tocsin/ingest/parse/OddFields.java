package dev.tocsin.ingest.parse;

import org.jdom2.Content;
import org.jdom2.Document;
import org.jdom2.Element;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Takes out or mends what ROME stumbles over and we do not need, before it costs a whole feed. */
final class OddFields {
    private static final Set<String> UNUSED =
            Set.of(
                    "skipHours",
                    "skipDays",
                    "cloud",
                    "ttl",
                    "rating",
                    "image",
                    "textInput",
                    "textinput");
    private static final Set<String> UNUSED_IN_ITEMS = Set.of("enclosure", "source", "comments");
    private static final Set<String> RSS_VERSIONS = Set.of("0.91", "0.92", "0.93", "0.94", "2.0");
    private static final String SYNDICATION = "http://purl.org/rss/1.0/modules/syndication/";

    private OddFields() {}

    static void mend(Document document) {
        Element root = document.getRootElement();
        if (root.getName().equalsIgnoreCase("rss")) {
            mendRss(root);
        }
        root.getChildren().forEach(OddFields::prune);
        prune(root);
        decodeBase64(root);
    }

    private static void mendRss(Element root) {
        root.setName("rss");
        String version = root.getAttributeValue("version", "").strip();
        root.setAttribute("version", RSS_VERSIONS.contains(version) ? version : "2.0");
        if (root.getChildren().stream().noneMatch(child -> child.getName().equals("channel"))) {
            wrapInChannel(root);
        }
    }

    private static void wrapInChannel(Element root) {
        Element channel = new Element("channel", root.getNamespace());
        channel.addContent(root.removeContent());
        root.addContent(channel);
    }

    private static void prune(Element parent) {
        boolean item = parent.getName().equals("item");
        remove(parent, child -> item ? UNUSED_IN_ITEMS.contains(child.getName()) : isUnused(child));
        if (!item) {
            parent.getChildren().stream()
                    .filter(child -> child.getName().equals("item"))
                    .forEach(OddFields::prune);
        }
    }

    private static boolean isUnused(Element element) {
        return UNUSED.contains(element.getName()) || element.getNamespaceURI().equals(SYNDICATION);
    }

    private static void remove(Element parent, Predicate<Element> unwanted) {
        List.copyOf(parent.getChildren()).stream().filter(unwanted).forEach(Content::detach);
    }

    /** Atom 0.3 texts may be base64; broken ones throw inside ROME. */
    private static void decodeBase64(Element parent) {
        for (Element child : List.copyOf(parent.getChildren())) {
            if ("base64".equals(child.getAttributeValue("mode", "").toLowerCase(Locale.ROOT))) {
                child.setAttribute("mode", "escaped");
                child.setText(decoded(child.getText()));
            }
            decodeBase64(child);
        }
    }

    private static String decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return XmlText.legal(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
