package dev.tocsin.ingest.parse.html;

import dev.tocsin.ingest.parse.text.XmlText;

import java.text.Normalizer;

/**
 * Text in one pass: one space between words, at most one empty line, nothing that databases and
 * JSON stumble over.
 */
final class Tidy {
    private static final int MOST_BREAKS = 2;
    private static final int FIRST_COMBINING = 0x300;

    private final StringBuilder kept;
    private boolean space;
    private int breaks;
    private boolean simple = true;

    private Tidy(int length) {
        this.kept = new StringBuilder(length);
    }

    static String text(String text) {
        Tidy tidy = new Tidy(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean crlf = c == '\r' && i < text.length() && text.charAt(i) == '\n';
            if (!crlf) {
                tidy.take(c);
            }
        }
        String plain = tidy.kept.toString();
        return tidy.simple ? plain : Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private void take(int c) {
        if (c == '\n' || c == '\r') {
            breaks++;
        } else if (c == ' ' || c == '\t' || (c >= 0x80 && Character.isSpaceChar(c))) {
            space = true;
        } else if (isVisible(c)) {
            gap();
            kept.appendCodePoint(c);
            simple &= c < FIRST_COMBINING;
        }
    }

    private static boolean isVisible(int c) {
        return c < 0x80
                ? c > ' ' && c < 0x7F
                : c > 0x9F && c != 0xAD && c != 0xFEFF && XmlText.isLegal(c);
    }

    private void gap() {
        if (!kept.isEmpty()) {
            if (breaks > 0) {
                kept.repeat('\n', Math.min(breaks, MOST_BREAKS));
            } else if (space) {
                kept.append(' ');
            }
        }
        breaks = 0;
        space = false;
    }
}
