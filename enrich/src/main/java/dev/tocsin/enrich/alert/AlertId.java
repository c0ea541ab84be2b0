package dev.tocsin.enrich.alert;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids of alerts: UUIDs of version 5 (RFC 9562), so that the same alert always has the same id. */
public final class AlertId {
    private static final UUID NAMESPACE = UUID.fromString("6f2c0d1e-58a7-4b39-9d64-31c7e0a5b482");

    private AlertId() {}

    /**
     * The id of the alert of a rule.
     *
     * @param subject what it is about: a story, a topic and the begin of a window, a feed and a
     *     time
     */
    public static String of(String ruleId, String subject) {
        return uuid(ruleId + '\n' + subject).toString();
    }

    private static UUID uuid(String name) {
        ByteBuffer hash = ByteBuffer.wrap(sha1(name));
        long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x5000L;
        long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(
                    ByteBuffer.allocate(16)
                            .putLong(NAMESPACE.getMostSignificantBits())
                            .putLong(NAMESPACE.getLeastSignificantBits())
                            .flip());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
