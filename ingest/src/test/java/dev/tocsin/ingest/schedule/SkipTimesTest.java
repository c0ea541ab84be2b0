package dev.tocsin.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SkipTimesTest {
    private static final SkipTimes NIGHT_AND_SUNDAY =
            SkipTimes.of(Set.of(23, 0, 1), Set.of(DayOfWeek.SUNDAY));

    @ParameterizedTest
    @CsvSource({
        "2026-05-05T12:34:56Z, 2026-05-05T12:34:56Z",
        "2026-05-05T23:10:00Z, 2026-05-06T02:00:00Z",
        "2026-05-10T12:00:00Z, 2026-05-11T02:00:00Z"
    })
    void movesToTheNextAllowedHour(Instant wanted, Instant allowed) {
        assertThat(NIGHT_AND_SUNDAY.allowed(wanted)).isEqualTo(allowed);
    }

    @Test
    void wishesThatLeaveNoHourAreNone() {
        Instant noon = Instant.parse("2026-05-05T12:00:00Z");
        Set<Integer> hours = IntStream.range(0, 24).boxed().collect(Collectors.toSet());

        assertThat(SkipTimes.of(hours, Set.of()).allowed(noon)).isEqualTo(noon);
        assertThat(SkipTimes.of(Set.of(), EnumSet.allOf(DayOfWeek.class)).allowed(noon))
                .isEqualTo(noon);
    }
}
