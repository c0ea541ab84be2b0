package dev.tocsin.sink.message;

import java.util.List;

/**
 * A message in words: every text in it is one clean line of reasonable length, still without any
 * markup, so a channel has to do nothing but its own escaping.
 *
 * @param title for channels that show one apart; the first line says the same
 */
public record Letter(String title, List<Line> lines) {
    public Letter {
        lines = List.copyOf(lines);
    }

    /** One line, possibly a quotation. */
    public record Line(boolean isQuote, List<Span> spans) {
        public Line {
            spans = List.copyOf(spans);
        }

        static Line of(Span... spans) {
            return new Line(false, List.of(spans));
        }
    }

    /** A piece of a line. */
    public sealed interface Span {
        String text();
    }

    record Plain(String text) implements Span {}

    record Strong(String text) implements Span {}

    /** The URL is http or https and holds nothing but harmless ASCII. */
    record Link(String text, String url) implements Span {}

    /** Says what each kind of span becomes. */
    public interface Markup {
        String plain(String text);

        String strong(String text);

        String link(String text, String url);

        /** A finished line that is a quotation. */
        String quote(String line);
    }

    /** A line in the channel's markup. */
    public static String render(Line line, Markup markup) {
        StringBuilder rendered = new StringBuilder();
        for (Span span : line.spans()) {
            rendered.append(
                    switch (span) {
                        case Plain plain -> markup.plain(plain.text());
                        case Strong strong -> markup.strong(strong.text());
                        case Link link -> markup.link(link.text(), link.url());
                    });
        }
        return line.isQuote() ? markup.quote(rendered.toString()) : rendered.toString();
    }

    /** Whom the link of a span leads to, empty for other spans. */
    public static String url(Span span) {
        return span instanceof Link link ? link.url() : "";
    }

    /** Whether the span stands out. */
    public static boolean isStrong(Span span) {
        return span instanceof Strong;
    }
}
