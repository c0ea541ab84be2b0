package dev.tocsin.ingest.parse.text;

import org.mozilla.universalchardet.UniversalDetector;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/**
 * The charset of a document that names none, from its bytes alone. Only scripts other than Latin
 * are told: among the charsets of Latin script a short text proves nothing, and readers stumble
 * over a wrong accent less than over a wrong script.
 */
final class CharsetGuess {
    private static final int MOST_READ = 256 * 1024;
    private static final int FEWEST = 20;
    private static final double DENSE = 0.5;

    private CharsetGuess() {}

    static Optional<Charset> of(byte[] bytes) {
        if (!isDense(bytes)) {
            return Optional.empty();
        }
        Optional<Charset> detected = detected(bytes);
        return detected.filter(CharsetGuess::isOfManyBytes)
                .or(() -> Arabic.charset(bytes))
                .or(() -> detected)
                .or(() -> Cyrillic.charset(bytes));
    }

    /** Those have a form that no other text keeps to by chance. */
    private static boolean isOfManyBytes(Charset charset) {
        return charset.newEncoder().maxBytesPerChar() > 1;
    }

    /** In Latin text the bytes beyond ASCII stand alone; elsewhere they come in words. */
    private static boolean isDense(byte[] bytes) {
        int high = 0;
        int inRow = 0;
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                high++;
                inRow += bytes[i - 1] < 0 ? 1 : 0;
            }
        }
        return high >= FEWEST && inRow >= DENSE * high;
    }

    private static Optional<Charset> detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, MOST_READ));
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset())
                .filter(name -> !isUncertain(name.toUpperCase(Locale.ROOT)))
                .flatMap(Charsets::named);
    }

    /** What the library falls back on, or says of texts in a charset much like it. */
    private static boolean isUncertain(String name) {
        return name.equals("WINDOWS-1252") || name.equals("MACCYRILLIC") || name.startsWith("IBM");
    }
}
