package dev.tocsin.ingest.parse.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bytes to characters: a byte order mark or the first bytes of a declaration decide; else UTF-8 if
 * the bytes are valid UTF-8 beyond ASCII; else the XML declaration, then the Content-Type; else
 * what the bytes look like.
 */
public final class DocumentText {
    private static final int HEAD = 1_024;
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final Pattern PARAMETER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    private DocumentText() {}

    /**
     * @param contentType of the answer, for its charset
     */
    public static String of(byte[] bytes, Optional<String> contentType) {
        String text =
                ByteMarks.charset(bytes)
                        .map(charset -> decoded(bytes, charset))
                        .orElseGet(() -> unmarked(bytes, contentType));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes, Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                ? Utf8.read(bytes).orElseGet(() -> Utf8.mixed(bytes))
                : new String(bytes, charset);
    }

    private static String unmarked(byte[] bytes, Optional<String> contentType) {
        boolean ascii = Utf8.isAscii(bytes);
        Optional<String> utf8 = ascii ? Optional.empty() : Utf8.read(bytes);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        Optional<Charset> stated =
                stated(bytes, contentType)
                        .filter(charset -> ascii || !charset.equals(StandardCharsets.UTF_8))
                        .findFirst();
        return ascii
                ? new String(bytes, stated.orElse(StandardCharsets.ISO_8859_1))
                : stated.map(charset -> new String(bytes, charset)).orElseGet(() -> guessed(bytes));
    }

    private static String guessed(byte[] bytes) {
        return Utf8.mostly(bytes)
                .orElseGet(() ->
                        new String(bytes, CharsetGuess.of(bytes).orElse(Charsets.WINDOWS_LATIN)));
    }

    private static Stream<Charset> stated(byte[] bytes, Optional<String> contentType) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.US_ASCII);
        return Stream.of(named(DECLARED.matcher(head)), contentType.flatMap(DocumentText::ofType))
                .flatMap(Optional::stream)
                .filter(DocumentText::holdsAscii);
    }

    private static Optional<Charset> ofType(String contentType) {
        return named(PARAMETER.matcher(contentType));
    }

    private static Optional<Charset> named(Matcher matcher) {
        return matcher.find() ? Charsets.named(matcher.group(1)) : Optional.empty();
    }

    /** A declaration that was read byte by byte cannot be in a charset of two bytes. */
    private static boolean holdsAscii(Charset charset) {
        return new String(new byte[] {'<', '?'}, charset).equals("<?");
    }
}
