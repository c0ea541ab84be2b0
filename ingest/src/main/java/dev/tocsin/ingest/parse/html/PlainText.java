package dev.tocsin.ingest.parse.html;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

import java.util.Set;

/** Whatever publishers put into text fields, as plain text: NFC, one space between words. */
public final class PlainText {
    private static final int MARKUP_PER_CHARACTER = 8;
    private static final Set<String> INVISIBLE =
            Set.of("script", "style", "template", "noscript", "iframe", "object", "svg", "head");

    private PlainText() {}

    /** Text of HTML, block elements and breaks as line breaks, at most so many characters. */
    public static String ofHtml(String html, int most) {
        if (!hasMarkup(html)) {
            return of(html, most);
        }
        String source = closed(capped(html, most * MARKUP_PER_CHARACTER));
        StringBuilder text = new StringBuilder(source.length());
        NodeTraversor.filter(new Collector(text), Jsoup.parseBodyFragment(source).body());
        return of(text.toString(), most);
    }

    /** A tag, comment or entity; a mere ampersand or less-than sign is none. */
    private static boolean hasMarkup(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '<' && opens(text.charAt(i + 1)))
                    || (c == '&' && names(text.charAt(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean opens(char c) {
        return isLetter(c) || c == '/' || c == '!' || c == '?';
    }

    private static boolean names(char c) {
        return isLetter(c) || c == '#';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** A last less-than sign that no tag follows is text; what follows a comment's is not. */
    private static String closed(String html) {
        int last = html.lastIndexOf('<');
        if (last < 0 || html.indexOf('>', last) >= 0) {
            return html;
        }
        boolean comment = html.startsWith("<!", last);
        return html.substring(0, last) + (comment ? "" : "&lt;" + html.substring(last + 1));
    }

    /** Text that is no HTML, at most so many characters. */
    public static String of(String text, int most) {
        return capped(Tidy.text(text), most).strip();
    }

    /** Plain text with its line breaks as spaces. */
    public static String oneLine(String text) {
        return text.indexOf('\n') < 0 ? text : Tidy.text(text.replace('\n', ' '));
    }

    /** The text, at most so many characters of it; no character is cut in two. */
    public static String capped(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, splitsPair ? most - 1 : most);
    }

    private record Collector(StringBuilder text) implements NodeFilter {
        @Override
        public FilterResult head(Node node, int depth) {
            return switch (node) {
                case TextNode words -> words(words);
                case Element element -> open(element);
                default -> FilterResult.CONTINUE;
            };
        }

        private FilterResult words(TextNode node) {
            text.append(node.getWholeText().replace('\n', ' ').replace('\r', ' '));
            return FilterResult.CONTINUE;
        }

        private FilterResult open(Element element) {
            if (INVISIBLE.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            breakLine(element);
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && !element.normalName().equals("br")) {
                breakLine(element);
            }
            return FilterResult.CONTINUE;
        }

        private void breakLine(Element element) {
            if (element.isBlock() || element.normalName().equals("br")) {
                text.append('\n');
            }
        }
    }
}
