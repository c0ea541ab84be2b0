package dev.tocsin.sink.message;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Foreign texts and addresses in a form that does no harm anywhere. */
final class CleanText {
    private static final String ELLIPSIS = "…";
    private static final int LONGEST_URL = 1_000;
    private static final String HARMLESS = "-._~:/?#@!$&+,;=%";

    private CleanText() {}

    /**
     * One line: without control characters, and without those that turn the direction of others.
     */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isHarmful(point) || Character.isWhitespace(point) ? ' ' : point)
                .forEach(line::appendCodePoint);
        return line.toString().replaceAll(" {2,}", " ").strip();
    }

    /** One line, cut after a whole word where it is too long. */
    static String line(String text, int longest) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, longest - 1));
        int space = cut.lastIndexOf(' ');
        return (space > longest / 2 ? cut.substring(0, space) : cut).strip() + ELLIPSIS;
    }

    private static boolean isHarmful(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        };
    }

    /** A web address in which nothing means anything to any markup; empty if it is none. */
    static Optional<String> url(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        boolean isWeb = lower.startsWith("https://") || lower.startsWith("http://");
        if (!isWeb || url.length() > LONGEST_URL) {
            return Optional.empty();
        }
        StringBuilder safe = new StringBuilder(url.length());
        for (byte each : url.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain =
                    each > 0 && (Character.isLetterOrDigit(each) || HARMLESS.indexOf(each) >= 0);
            safe.append(isPlain ? Character.toString(each) : "%%%02X".formatted(each & 0xff));
        }
        return Optional.of(safe.toString());
    }
}
