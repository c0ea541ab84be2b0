package dev.tocsin.ingest.fetch;

import dev.tocsin.egress.ResponseHeaders;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a server calls its answer fresh (RFC 9111, 4.2), as a private cache has to read it: what
 * is said to shared caches alone does not concern us, and nothing is guessed where nothing is said.
 *
 * @param maxAge from now, longer than zero and at most a year; empty where the server states no
 *     time, or none that is left
 */
public record Freshness(Optional<Duration> maxAge) {
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final List<String> NOT_FOR_LATER = List.of("no-cache", "no-store");

    static Freshness of(ResponseHeaders headers, Instant now) {
        List<String> directives = directives(headers);
        if (directives.stream().anyMatch(Freshness::isNotForLater)) {
            return new Freshness(Optional.empty());
        }
        Optional<String> maxAge =
                directives.stream().filter(text -> text.startsWith("max-age=")).findFirst();
        Optional<Duration> lifetime =
                maxAge.isPresent()
                        ? Seconds.read(unquoted(maxAge.get().substring(8)), LONGEST)
                        : untilExpiry(headers, now);
        return new Freshness(
                lifetime.map(life -> life.minus(age(headers))).filter(Duration::isPositive));
    }

    private static List<String> directives(ResponseHeaders headers) {
        return headers.all("Cache-Control").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** With a field name behind it, no-cache speaks of that field only. */
    private static boolean isNotForLater(String directive) {
        return NOT_FOR_LATER.contains(directive);
    }

    private static Optional<Duration> untilExpiry(ResponseHeaders headers, Instant now) {
        Instant date = headers.first("Date").flatMap(text -> HttpDate.read(text, now)).orElse(now);
        return headers.first("Expires")
                .flatMap(text -> HttpDate.read(text, now))
                .map(expiry -> Duration.between(date, expiry))
                .map(life -> life.compareTo(LONGEST) > 0 ? LONGEST : life);
    }

    private static Duration age(ResponseHeaders headers) {
        return headers.first("Age")
                .flatMap(text -> Seconds.read(text, LONGEST))
                .orElse(Duration.ZERO);
    }

    private static String unquoted(String text) {
        return text.replaceAll("^\"|\"$", "");
    }
}
