package dev.tocsin.ingest.parse.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Charsets by the names that publishers give them. */
final class Charsets {
    static final Charset WINDOWS_LATIN = Charset.forName("windows-1252");

    /** Who writes the narrow name means the wide charset, as browsers read it (Encoding, 4.2). */
    private static final Map<Charset, Charset> MEANT =
            Map.of(
                    Charset.forName("US-ASCII"), WINDOWS_LATIN,
                    Charset.forName("ISO-8859-1"), WINDOWS_LATIN,
                    Charset.forName("ISO-8859-9"), Charset.forName("windows-1254"),
                    Charset.forName("TIS-620"), Charset.forName("x-windows-874"),
                    Charset.forName("GB2312"), Charset.forName("GB18030"),
                    Charset.forName("GBK"), Charset.forName("GB18030"),
                    Charset.forName("EUC-KR"), Charset.forName("x-windows-949"),
                    Charset.forName("Shift_JIS"), Charset.forName("windows-31j"));

    private Charsets() {}

    /** Empty where there is no such charset. */
    static Optional<Charset> named(String name) {
        try {
            Charset charset = Charset.forName(name.toLowerCase(Locale.ROOT));
            return Optional.of(MEANT.getOrDefault(charset, charset));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }
}
