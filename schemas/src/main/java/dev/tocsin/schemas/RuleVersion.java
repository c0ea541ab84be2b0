package dev.tocsin.schemas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short hash of what a rule says, wherever it is written. */
public final class RuleVersion {
    private static final int HEX_DIGITS = 12;

    private RuleVersion() {}

    /** The rule with its version. */
    public static AlertRule on(AlertRule rule) {
        AlertRule plain = AlertRule.newBuilder(rule).setVersion("").setOrigin("").build();
        return AlertRule.newBuilder(rule).setVersion(hash(plain.toString())).build();
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
