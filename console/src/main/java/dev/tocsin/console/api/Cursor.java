package dev.tocsin.console.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Where a page of articles ended: the last article's event time and id. */
public record Cursor(Instant eventAt, String articleId) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** The form in URLs; opaque to everybody else. */
    public String encoded() {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        byte[] bytes =
                ByteBuffer.allocate(Long.BYTES + id.length)
                        .putLong(eventAt.toEpochMilli())
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
        Instant eventAt = Instant.ofEpochMilli(bytes.getLong());
        String id = StandardCharsets.UTF_8.decode(bytes).toString();
        if (eventAt.isBefore(EARLIEST) || eventAt.isAfter(LATEST) || id.indexOf(0) >= 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new Cursor(eventAt, id);
    }
}
