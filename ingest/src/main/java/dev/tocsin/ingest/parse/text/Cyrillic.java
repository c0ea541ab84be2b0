package dev.tocsin.ingest.parse.text;

import java.nio.charset.Charset;
import java.util.Optional;

/** Cyrillic script in the two charsets of one byte that the web has known. */
final class Cyrillic {
    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final Charset KOI8 = Charset.forName("KOI8-R");
    private static final int SECOND_HALF = 0xE0;
    private static final int FIRST_LETTER = 0xC0;
    private static final double SHARE = 0.8;

    private Cyrillic() {}

    /**
     * Of a text whose bytes beyond ASCII come in words. Most letters are small; the two charsets
     * have them in different halves.
     */
    static Optional<Charset> charset(byte[] bytes) {
        int high = 0;
        int first = 0;
        int second = 0;
        for (byte b : bytes) {
            int value = b & 0xff;
            high += value > 0x7f ? 1 : 0;
            first += value >= FIRST_LETTER && value < SECOND_HALF ? 1 : 0;
            second += value >= SECOND_HALF ? 1 : 0;
        }
        return first + second >= SHARE * high
                ? Optional.of(second >= first ? WINDOWS : KOI8)
                : Optional.empty();
    }
}
