package dev.tocsin.ingest.push;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The {@code X-Hub-Signature} of a content distribution (section 7.1). SHA-1 is accepted with the
 * others: most hubs sign with nothing else, and what is broken of SHA-1, collisions, does not help
 * to forge an HMAC.
 *
 * @param algorithm as Java calls it
 */
record Signature(String algorithm, byte[] claimed) {
    private static final Map<String, String> ALGORITHMS =
            Map.of(
                    "sha1", "HmacSHA1",
                    "sha256", "HmacSHA256",
                    "sha384", "HmacSHA384",
                    "sha512", "HmacSHA512");

    /** Reads {@code method=hex}; empty where the header is missing or of another form. */
    static Optional<Signature> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        int equals = header.indexOf('=');
        String method = header.substring(0, Math.max(equals, 0)).strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALGORITHMS.get(method))
                .flatMap(algorithm -> claimed(algorithm, header.substring(equals + 1).strip()));
    }

    private static Optional<Signature> claimed(String algorithm, String hex) {
        try {
            return Optional.of(new Signature(algorithm, HexFormat.of().parseHex(hex)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** To be fed with the body. */
    Mac mac(String hubSecret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(hubSecret.getBytes(StandardCharsets.US_ASCII), algorithm));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, e);
        }
    }

    /** Compares in constant time. */
    boolean matches(byte[] computed) {
        return MessageDigest.isEqual(claimed, computed);
    }
}
