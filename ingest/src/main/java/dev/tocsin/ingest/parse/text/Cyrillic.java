package dev.tocsin.ingest.parse.text;

import java.nio.charset.Charset;

/**
 * The one script besides Latin that is still published in a charset of one byte without saying so.
 */
final class Cyrillic {
    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final Charset KOI8 = Charset.forName("KOI8-R");
    private static final int SECOND_HALF = 0xE0;
    private static final int FIRST_LETTER = 0xC0;
    private static final double DENSE = 0.6;
    private static final int FEWEST = 20;

    private Cyrillic() {}

    /** In Latin text the letters beyond ASCII stand alone; here they come in words. */
    static boolean isLikely(byte[] bytes) {
        int letters = 0;
        int afterLetter = 0;
        for (int i = 1; i < bytes.length; i++) {
            if (isLetter(bytes[i])) {
                letters++;
                afterLetter += isLetter(bytes[i - 1]) ? 1 : 0;
            }
        }
        return letters >= FEWEST && afterLetter >= DENSE * letters;
    }

    /** Most letters are small; the two charsets have them in different halves. */
    static Charset charset(byte[] bytes) {
        int balance = 0;
        for (byte b : bytes) {
            if (isLetter(b)) {
                balance += (b & 0xff) >= SECOND_HALF ? 1 : -1;
            }
        }
        return balance >= 0 ? WINDOWS : KOI8;
    }

    private static boolean isLetter(byte b) {
        return (b & 0xff) >= FIRST_LETTER;
    }
}
