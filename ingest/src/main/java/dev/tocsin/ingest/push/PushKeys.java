package dev.tocsin.ingest.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives what each subscription keeps secret from the one secret of the instance, so that every
 * process of a cluster knows it and none has to store it. A hub learns what concerns its own
 * subscription to one feed, and nothing of another. Safe for many threads.
 */
public final class PushKeys {
    /** Fewest bytes that an instance secret may have. */
    public static final int SHORTEST = 32;

    private static final String HMAC = "HmacSHA256";
    private static final int TOKEN_DIGITS = 32;

    private final SecretKeySpec secret;

    /**
     * @throws IllegalArgumentException if the secret is too short
     */
    public PushKeys(byte[] instanceSecret) {
        if (instanceSecret.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "a WebSub secret needs at least %d bytes".formatted(SHORTEST));
        }
        this.secret = new SecretKeySpec(instanceSecret, HMAC);
    }

    /** What makes the callback's address unguessable (section 5.1): 32 hex digits. */
    String token(String feedId, String subscriptionId) {
        return derived("callback", feedId, subscriptionId).substring(0, TOKEN_DIGITS);
    }

    /** {@code hub.secret} (section 5.1), which the hub signs with: 64 hex digits. */
    String hubSecret(String feedId, String subscriptionId) {
        return derived("secret", feedId, subscriptionId);
    }

    private String derived(String... parts) {
        Mac mac = mac();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            mac.update(bytes);
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java runtime has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "PushKeys[***]";
    }
}
