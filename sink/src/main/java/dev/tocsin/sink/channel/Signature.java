package dev.tocsin.sink.channel;

import dev.tocsin.sink.targets.Secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages after the Standard Webhooks specification, version 1 (symmetric). */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int PREFIX = "whsec_".length();

    /** To look an algorithm up takes longer than to sign; each stays as long as its target does. */
    private static final Map<Secret, Mac> READY = Collections.synchronizedMap(new WeakHashMap<>());

    private Signature() {}

    /** The three headers; one signature for each key, so that either is enough to check it. */
    static Map<String, String> headers(String id, Instant now, byte[] body, List<Secret> keys) {
        String timestamp = Long.toString(now.getEpochSecond());
        String signatures =
                keys.stream()
                        .map(key -> "v1," + sign(key, id + "." + timestamp + ".", body))
                        .collect(Collectors.joining(" "));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", timestamp);
        headers.put("webhook-signature", signatures);
        return headers;
    }

    private static String sign(Secret key, String head, byte[] body) {
        Mac mac = mac(key);
        mac.update(head.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    private static Mac mac(Secret key) {
        try {
            return (Mac) READY.computeIfAbsent(key, Signature::made).clone();
        } catch (CloneNotSupportedException _) {
            return made(key);
        }
    }

    private static Mac made(Secret key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] bytes = Base64.getDecoder().decode(key.reveal().substring(PREFIX));
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
