package dev.tocsin.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The Location header (RFC 9110, 10.2.2) as servers really write it. */
final class Location {
    private static final String ILLEGAL = " \"<>\\^`{|}";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Location() {}

    /**
     * Where the header leads. Blanks and other characters that belong percent-encoded are taken for
     * what they mean, raw UTF-8 too; control characters are not.
     */
    static URI target(URI base, String header) throws URISyntaxException {
        String text = utf8(header.strip());
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == 0x7f) {
                throw new URISyntaxException("", "control character");
            }
            boolean illegal = ILLEGAL.indexOf(c) >= 0;
            escaped.append(illegal ? "%" + HEX.toHexDigits((byte) c) : String.valueOf(c));
        }
        return base.resolve(new URI(strayPercents(escaped.toString())));
    }

    private static String strayPercents(String text) {
        return text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    /** Header bytes come as ISO 8859-1; what is UTF-8 in truth is read as such. */
    private static String utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return text;
        }
    }
}
