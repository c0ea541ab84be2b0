package dev.tocsin.ingest.parse.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The charset that a document's first bytes prove: byte order marks, and XML 1.0, appendix F. */
final class ByteMarks {
    private static final int UTF_8 = 0xEFBB;
    private static final int EBCDIC = 0x4C6F;
    private static final int EBCDIC_XML = 0xA794;

    private ByteMarks() {}

    static Optional<Charset> charset(byte[] bytes) {
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
            case UTF_8 -> Optional.of(StandardCharsets.UTF_8);
            case EBCDIC -> second == EBCDIC_XML ? ebcdic() : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Charset> ebcdic() {
        return Charset.isSupported("IBM037")
                ? Optional.of(Charset.forName("IBM037"))
                : Optional.empty();
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xff : 1;
    }
}
