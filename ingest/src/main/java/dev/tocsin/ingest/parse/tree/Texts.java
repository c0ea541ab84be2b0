package dev.tocsin.ingest.parse.tree;

import dev.tocsin.ingest.parse.text.XmlText;

import org.jdom2.Element;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings elements into one form when they close: texts are html or text, names are where ROME
 * looks.
 */
final class Texts {
    private static final String TYPE = "type";
    private static final Pattern LINE_ENDS = Pattern.compile("[ \t]*[\r\n]+[ \t]*");

    /** What does not decode and is no longer than this was text after all. */
    private static final int LONGEST_PLAIN = 200;

    private Texts() {}

    static void close(Family family, Element element, Markup markup) {
        String type = element.getAttributeValue(TYPE, "").strip().toLowerCase(Locale.ROOT);
        boolean encoded = "base64".equalsIgnoreCase(element.getAttributeValue("mode", "").strip());
        element.removeAttribute("mode");
        String value = markup.value();
        if (encoded || (isBinary(type) && !markup.hasTags())) {
            value = decoded(value).orElse(value.length() <= LONGEST_PLAIN ? value : "");
            type = "html";
        }
        Trunk.addText(element, XmlText.legal(value));
        boolean plain = family == Family.ATOM && !markup.hasTags() && isPlain(type);
        Trunk.addAttribute(element, TYPE, plain ? "text" : "html");
    }

    private static boolean isPlain(String type) {
        return type.isEmpty()
                || type.equals("text")
                || type.equals("plain")
                || type.equals("text/plain");
    }

    private static boolean isBinary(String type) {
        return type.contains("/")
                && !type.startsWith("text/")
                && !type.contains("xml")
                && !type.contains("html");
    }

    private static Optional<String> decoded(String base64) {
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(LINE_ENDS.matcher(base64.strip()).replaceAll(""));
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** A person's name, written the Atom way. */
    static void name(Trunk trunk, Element author, String name) {
        if (trunk.family == Family.ATOM) {
            Element element = trunk.core(Words.NAME);
            Trunk.addText(element, name);
            author.addContent(element);
        } else {
            author.setText(name);
        }
    }

    /** A person in an Atom document, written the RSS way. */
    static void closeAuthor(Trunk trunk, Element author) {
        String text = author.getTextTrim();
        if (trunk.family == Family.ATOM && author.getChildren().isEmpty() && !text.isEmpty()) {
            author.removeContent();
            name(trunk, author, text);
        }
    }

    /** Each way of writing a category in documents of the other kind. */
    static void closeCategory(Family family, Element category) {
        String text = category.getTextTrim();
        String label = category.getAttributeValue("label", category.getAttributeValue("term", ""));
        if (family == Family.RSS && text.isEmpty()) {
            Trunk.addText(category, label);
        } else if (family == Family.ATOM && label.isEmpty()) {
            Trunk.addAttribute(category, "term", text);
        }
    }
}
