package dev.tocsin.ingest.parse.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8, and what calls itself so. */
final class Utf8 {
    private static final int LEAD = 0xC2;

    private Utf8() {}

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Empty where the bytes are not valid UTF-8. */
    static Optional<String> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 || isValid(bytes) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isValid(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).hasArray();
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /** What calls itself UTF-8; windows-1252 throughout where it hardly is. */
    static String mixed(byte[] bytes) {
        int start = start(bytes);
        return mostly(bytes)
                .orElseGet(() ->
                        new String(bytes, start, bytes.length - start, Charsets.WINDOWS_LATIN));
    }

    /**
     * UTF-8 with bytes of windows-1252 in between, as comes from pages that several hands have put
     * together; empty where less than half of what is beyond ASCII is UTF-8. A character that the
     * end cuts off is dropped.
     */
    static Optional<String> mostly(byte[] bytes) {
        int start = start(bytes);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        int odd = 0;
        CoderResult result = decoder.decode(in, out, true);
        while (result.isMalformed() && !isCutOff(in, result)) {
            odd += put(in, result.length(), out);
            result = decoder.decode(in, out, true);
        }
        String text = out.flip().toString();
        return 2L * odd < text.chars().filter(c -> c > 0x7F).count()
                ? Optional.of(text)
                : Optional.empty();
    }

    private static int start(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB ? 3 : 0;
    }

    private static int put(ByteBuffer in, int length, CharBuffer out) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        out.put(new String(bytes, Charsets.WINDOWS_LATIN));
        return length;
    }

    private static boolean isCutOff(ByteBuffer in, CoderResult malformed) {
        return in.remaining() == malformed.length()
                && in.remaining() > 1
                && (in.get(in.position()) & 0xff) >= LEAD;
    }
}
