package dev.tocsin.ingest.parse;

/** Which characters may stand in XML and in our records. */
final class XmlText {
    private XmlText() {}

    /** Whether XML 1.0 allows the code point; lone surrogates are none. */
    static boolean isLegal(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || (codePoint >= 0x10000 && codePoint <= 0x10FFFF);
    }

    /** The text without what XML does not allow. */
    static String legal(String text) {
        if (text.codePoints().allMatch(XmlText::isLegal)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isLegal).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
