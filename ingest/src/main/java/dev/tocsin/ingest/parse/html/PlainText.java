package dev.tocsin.ingest.parse.html;

import dev.tocsin.ingest.parse.text.XmlText;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** Whatever publishers put into text fields, as plain text: NFC, one space between words. */
public final class PlainText {
    private static final int MARKUP_PER_CHARACTER = 8;
    private static final Set<String> INVISIBLE =
            Set.of("script", "style", "template", "noscript", "iframe", "object", "svg", "head");
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!?]|&[#a-zA-Z]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}&&[^\\n]]+");
    private static final Pattern LINE_END = Pattern.compile(" ?\\n ?");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private PlainText() {}

    /** Text of HTML, block elements and breaks as line breaks, at most so many characters. */
    public static String ofHtml(String html, int most) {
        if (!MARKUP.matcher(html).find()) {
            return of(html, most);
        }
        StringBuilder text = new StringBuilder(html.length());
        String source = closed(capped(html, most * MARKUP_PER_CHARACTER));
        NodeTraversor.filter(new Collector(text), Jsoup.parseBodyFragment(source).body());
        return of(text.toString(), most);
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
        String tidy = SPACES.matcher(XmlText.legal(unbroken(text))).replaceAll(" ");
        tidy = LINE_END.matcher(tidy).replaceAll("\n");
        tidy = EMPTY_LINES.matcher(tidy).replaceAll("\n\n").strip();
        return capped(Normalizer.normalize(tidy, Normalizer.Form.NFC), most).strip();
    }

    /** Plain text with its line breaks as spaces. */
    public static String oneLine(String text) {
        return SPACES.matcher(text.replace('\n', ' ')).replaceAll(" ").strip();
    }

    private static String unbroken(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !isNoise(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isNoise(int codePoint) {
        return Character.isISOControl(codePoint) || codePoint == 0xFEFF || codePoint == 0xAD;
    }

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
