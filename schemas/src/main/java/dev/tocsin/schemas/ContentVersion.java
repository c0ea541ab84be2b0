package dev.tocsin.schemas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A version that follows from what something says: the same content always has the same one. */
public final class ContentVersion {
    private static final int HEX_DIGITS = 12;

    private ContentVersion() {}

    /** 12 hex digits: the first 48 bits of SHA-256 over the text as UTF-8. */
    public static String of(String content) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
