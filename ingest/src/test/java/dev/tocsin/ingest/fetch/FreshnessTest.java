package dev.tocsin.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.egress.ResponseHeaders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class FreshnessTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "max-age=600 | PT10M",
                "Max-Age=600, public | PT10M",
                "max-age=\"600\" | PT10M",
                "s-maxage=10, max-age=600 | PT10M",
                "s-maxage=600 | -",
                "max-age=600, max-age=60 | PT10M",
                "max-age=0 | -",
                "max-age=-1 | -",
                "max-age=soon | -",
                "max-age= | -",
                "max-age=99999999999999999999 | PT8760H",
                "max-age=600, no-cache | -",
                "no-store | -",
                "no-cache=\"set-cookie\", max-age=600 | PT10M",
                "private, must-revalidate | -",
                ",,;= | -"
            })
    void readsWhatCacheControlSaysToAPrivateCache(String header, Duration fresh) {
        assertThat(fresh(Map.of("Cache-Control", List.of(header))))
                .isEqualTo(Optional.ofNullable(fresh));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "Tue, 05 May 2026 12:30:00 GMT | - | PT30M",
                "Tue, 05 May 2026 12:30:00 GMT | Tue, 05 May 2026 12:20:00 GMT | PT10M",
                "Tuesday, 05-May-26 12:30:00 GMT | - | PT30M",
                "Tue May  5 12:30:00 2026 | - | PT30M",
                "5 May 2026 12:30:00 UTC | - | PT30M",
                "Thu, 01 Jan 1970 00:00:00 GMT | - | -",
                "Thu, 31 Dec 9999 23:59:59 GMT | - | PT8760H",
                "Tue, 99 May 2026 12:30:00 GMT | - | -",
                "0 | - | -",
                "-1 | - | -",
                "tomorrow | - | -"
            })
    void readsExpiresBesideTheServersOwnClock(String expires, String date, Duration fresh) {
        Map<String, List<String>> headers =
                date == null
                        ? Map.of("Expires", List.of(expires))
                        : Map.of("Expires", List.of(expires), "Date", List.of(date));

        assertThat(fresh(headers)).isEqualTo(Optional.ofNullable(fresh));
    }

    @Test
    void maxAgeGoesBeforeExpiresAndAgeIsTakenOff() {
        String expires = "Tue, 05 May 2026 18:00:00 GMT";

        assertThat(
                        fresh(
                                Map.of(
                                        "Cache-Control", List.of("max-age=600"),
                                        "Expires", List.of(expires),
                                        "Age", List.of("120"))))
                .contains(Duration.ofMinutes(8));
        assertThat(fresh(Map.of("Cache-Control", List.of("max-age=60"), "Age", List.of("120"))))
                .isEmpty();
        assertThat(fresh(Map.of("Cache-Control", List.of("max-age=600"), "Age", List.of("old"))))
                .contains(Duration.ofMinutes(10));
        assertThat(fresh(Map.of())).isEmpty();
    }

    private static Optional<Duration> fresh(Map<String, List<String>> headers) {
        return Freshness.of(ResponseHeaders.of(headers), NOON).maxAge();
    }
}
