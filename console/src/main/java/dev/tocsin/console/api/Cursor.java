package dev.tocsin.console.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Where a page ended: the time and the id of the last one in it. */
public record Cursor(Instant at, String lastId) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** The form in URLs; opaque to everybody else. */
    public String encoded() {
        byte[] id = lastId.getBytes(StandardCharsets.UTF_8);
        byte[] bytes =
                ByteBuffer.allocate(Long.BYTES + id.length)
                        .putLong(at.toEpochMilli())
                        .put(id)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads {@link #encoded()}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Cursor decode(String encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
        if (bytes.remaining() <= Long.BYTES) {
            throw new IllegalArgumentException("not a cursor");
        }
        Instant at = Instant.ofEpochMilli(bytes.getLong());
        String id = StandardCharsets.UTF_8.decode(bytes).toString();
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST) || id.indexOf(0) >= 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new Cursor(at, id);
    }
}
