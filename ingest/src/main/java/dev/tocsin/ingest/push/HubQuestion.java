package dev.tocsin.ingest.push;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a hub asks or tells with a GET (sections 5.2 and 5.3).
 *
 * @param challenge to be echoed
 * @param lease how long the hub will push, within bounds: a day where it does not say
 */
record HubQuestion(String mode, String topic, String challenge, Duration lease, String reason) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int LONGEST_CHALLENGE = 1_000;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    /** Reads the query of a valid URI. */
    static HubQuestion parse(@Nullable String rawQuery) {
        Map<String, String> fields = new HashMap<>();
        for (String field : String.valueOf(rawQuery).split("&", -1)) {
            int equals = Math.max(field.indexOf('='), 0);
            fields.putIfAbsent(
                    decoded(field.substring(0, equals)),
                    decoded(field.substring(Math.min(equals + 1, field.length()))));
        }
        return new HubQuestion(
                fields.getOrDefault("hub.mode", ""),
                fields.getOrDefault("hub.topic", ""),
                fields.getOrDefault("hub.challenge", ""),
                lease(fields.getOrDefault("hub.lease_seconds", "")),
                fields.getOrDefault("hub.reason", ""));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Duration lease(String seconds) {
        if (!SECONDS.matcher(seconds).matches()) {
            return USUAL;
        }
        Duration lease = Duration.ofSeconds(Long.parseLong(seconds));
        if (lease.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return lease.compareTo(LONGEST) > 0 ? LONGEST : lease;
    }

    /** Short and of printable ASCII, as section 8.2 asks subscribers to insist on. */
    boolean hasDecentChallenge() {
        return !challenge.isEmpty()
                && challenge.length() <= LONGEST_CHALLENGE
                && challenge.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
