package dev.tocsin.ingest.parse.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bytes to characters: a byte order mark decides; else UTF-8 if the bytes are valid UTF-8 beyond
 * ASCII; else the XML declaration, then the Content-Type.
 */
public final class DocumentText {
    private static final int HEAD = 1_024;
    private static final Charset WINDOWS_LATIN = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final Pattern PARAMETER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    private DocumentText() {}

    public static String of(byte[] bytes, Optional<String> contentType) {
        String text = new String(bytes, charset(bytes, contentType));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes, Optional<String> contentType) {
        return marked(bytes).orElseGet(() -> guessed(bytes, contentType));
    }

    private static Charset guessed(byte[] bytes, Optional<String> contentType) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.US_ASCII);
        boolean utf8 = isUtf8(bytes);
        if (utf8 && hasHighBytes(bytes)) {
            return StandardCharsets.UTF_8;
        }
        Stream<Charset> stated =
                Stream.of(named(DECLARED.matcher(head)), contentType.flatMap(DocumentText::ofType))
                        .flatMap(Optional::stream);
        return utf8
                ? stated.filter(DocumentText::holdsAscii).findFirst().orElse(StandardCharsets.UTF_8)
                : notUtf8(stated);
    }

    private static Charset notUtf8(Stream<Charset> stated) {
        return stated.filter(DocumentText::holdsAscii)
                .reduce((first, second) -> first.equals(StandardCharsets.UTF_8) ? second : first)
                .orElse(WINDOWS_LATIN);
    }

    private static Optional<Charset> ofType(String contentType) {
        return named(PARAMETER.matcher(contentType));
    }

    private static Optional<Charset> named(Matcher matcher) {
        try {
            return matcher.find() ? Optional.of(meant(matcher.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }

    /** Publishers who write Latin-1 or ASCII mean what browsers read. */
    private static Charset meant(String name) {
        Charset charset = Charset.forName(name);
        boolean latin =
                charset.equals(StandardCharsets.ISO_8859_1)
                        || charset.equals(StandardCharsets.US_ASCII);
        return latin ? WINDOWS_LATIN : charset;
    }

    /** A declaration that was read byte by byte cannot be in a charset of two bytes. */
    private static boolean holdsAscii(Charset charset) {
        return new String(new byte[] {'<', '?'}, charset).equals("<?");
    }

    private static Optional<Charset> marked(byte[] bytes) {
        int first = (at(bytes, 0) << 8) | at(bytes, 1);
        int second = (at(bytes, 2) << 8) | at(bytes, 3);
        return switch (first) {
            case 0xFEFF, 0x003C -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE, 0x3C00 ->
                    Optional.of(
                            second == 0 ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_16LE);
            case 0x0000 ->
                    second == 0xFEFF || second == 0x003C
                            ? Optional.of(StandardCharsets.UTF_32BE)
                            : Optional.empty();
            case 0xEFBB -> Optional.of(StandardCharsets.UTF_8);
            default -> Optional.empty();
        };
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xff : 1;
    }

    private static boolean hasHighBytes(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).hasArray();
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
