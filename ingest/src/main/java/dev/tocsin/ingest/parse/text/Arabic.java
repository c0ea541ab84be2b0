package dev.tocsin.ingest.parse.text;

import java.nio.charset.Charset;
import java.util.Optional;

/** Arabic script in windows-1256, which the library that tells charsets does not know. */
final class Arabic {
    private static final Charset WINDOWS = Charset.forName("windows-1256");
    private static final int ALEF = 0xC7;

    /** An eighth of the letters in Arabic and Persian; what other scripts have there is rare. */
    private static final double SHARE = 0.07;

    private Arabic() {}

    /** Of a text whose bytes beyond ASCII come in words. */
    static Optional<Charset> charset(byte[] bytes) {
        int high = 0;
        int alefs = 0;
        for (byte b : bytes) {
            high += b < 0 ? 1 : 0;
            alefs += (b & 0xff) == ALEF ? 1 : 0;
        }
        return alefs > SHARE * high ? Optional.of(WINDOWS) : Optional.empty();
    }
}
