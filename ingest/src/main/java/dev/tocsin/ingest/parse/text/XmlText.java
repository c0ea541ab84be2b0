package dev.tocsin.ingest.parse.text;

/** Which characters may stand in XML and in our records. */
public final class XmlText {
    private XmlText() {}

    /** Whether XML 1.0 allows the code point; lone surrogates are none. */
    public static boolean isLegal(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || (codePoint >= 0x10000 && codePoint <= 0x10FFFF);
    }

    /** The text without what XML does not allow. */
    public static String legal(String text) {
        int legal = legalUntil(text);
        if (legal == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, legal);
        text.codePoints().skip(legal).filter(XmlText::isLegal).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The place of the first character that is not plainly legal; no pair stands before it. */
    private static int legalUntil(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 ? c != '\n' && c != '\t' && c != '\r' : c >= 0xD800 && !isPlain(c)) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isPlain(char c) {
        return c >= 0xE000 && c <= 0xFFFD;
    }
}
