package dev.tocsin.sink.deliver;

import static dev.tocsin.sink.deliver.DeliveryPolicy.Digest.DAILY;
import static dev.tocsin.sink.deliver.DeliveryPolicy.Digest.HOURLY;
import static dev.tocsin.sink.deliver.DeliveryPolicy.Digest.NONE;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

final class PlannerTest {

    @Test
    void anAlertGoesOutAtOnceWhereNothingSpeaksAgainstIt() {
        Instant now = Instant.parse("2026-11-28T12:00:07Z");

        assertThat(Planner.plan(now, DeliveryPolicy.AT_ONCE, List.of(now.minusSeconds(1))))
                .isEqualTo(new Plan.AtOnce(now));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # now,              zone,             from,  to,    expected
                    2026-06-10T21:59:00Z, UTC,              22:00, 07:00, now
                    2026-06-10T22:00:00Z, UTC,              22:00, 07:00, 2026-06-11T07:00:00Z
                    2026-06-11T06:59:59Z, UTC,              22:00, 07:00, 2026-06-11T07:00:00Z
                    2026-06-11T07:00:00Z, UTC,              22:00, 07:00, now
                    2026-06-10T13:30:00Z, UTC,              13:00, 14:00, 2026-06-10T14:00:00Z
                    2026-06-10T12:59:00Z, UTC,              13:00, 14:00, now
                    2026-06-10T05:00:00Z, UTC,              07:00, 07:00, now
                    # summer and winter of one wall clock
                    2026-07-01T04:30:00Z, Europe/Kyiv,      22:00, 07:00, now
                    2026-07-01T03:30:00Z, Europe/Kyiv,      22:00, 07:00, 2026-07-01T04:00:00Z
                    2026-12-01T04:30:00Z, Europe/Kyiv,      22:00, 07:00, 2026-12-01T05:00:00Z
                    # the night in which the clock jumps from 2 to 3: the end comes an hour sooner
                    2026-03-28T21:30:00Z, Europe/Berlin,    22:00, 07:00, 2026-03-29T05:00:00Z
                    # an end that the clock jumps over is the jump
                    2026-03-28T23:30:00Z, Europe/Berlin,    22:00, 02:30, 2026-03-29T01:00:00Z
                    # the night in which the clock goes back from 3 to 2: an hour later
                    2026-10-24T20:30:00Z, Europe/Berlin,    22:00, 07:00, 2026-10-25T06:00:00Z
                    # the clock shows 2:30 twice, and between them it is quiet once more
                    2026-10-24T23:30:00Z, Europe/Berlin,    22:00, 02:30, 2026-10-25T00:30:00Z
                    2026-10-25T00:45:00Z, Europe/Berlin,    22:00, 02:30, now
                    2026-10-25T01:10:00Z, Europe/Berlin,    22:00, 02:30, 2026-10-25T01:30:00Z
                    # zones beside the full hours, and one that skipped a whole day
                    2026-06-10T17:00:00Z, Asia/Kathmandu,   22:00, 07:00, 2026-06-11T01:15:00Z
                    2011-12-30T09:30:00Z, Pacific/Apia,     22:00, 07:00, 2011-12-30T17:00:00Z
                    """)
    void quietHoursFollowTheClockOnTheWall(
            Instant now, ZoneId zone, LocalTime from, LocalTime to, String expected) {
        DeliveryPolicy policy = quiet(DeliveryPolicy.AT_ONCE, new QuietHours(from, to, zone));

        Plan plan = Planner.plan(now, policy, List.of());

        assertThat(plan)
                .isEqualTo(
                        expected.equals("now")
                                ? new Plan.AtOnce(now)
                                : new Plan.Held(Instant.parse(expected), Plan.Because.QUIET_HOURS));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # now,              zone,              rhythm, at,    expected
                    2026-06-10T12:00:00Z, UTC,               HOURLY, 08:00, 2026-06-10T13:00:00Z
                    2026-06-10T12:59:59Z, UTC,               HOURLY, 08:00, 2026-06-10T13:00:00Z
                    2026-06-10T12:20:00Z, Asia/Kathmandu,    HOURLY, 08:00, 2026-06-10T13:15:00Z
                    2026-06-10T07:59:00Z, UTC,               DAILY,  08:00, 2026-06-10T08:00:00Z
                    2026-06-10T08:00:00Z, UTC,               DAILY,  08:00, 2026-06-11T08:00:00Z
                    2026-06-10T12:00:00Z, America/New_York,  DAILY,  08:00, 2026-06-11T12:00:00Z
                    2026-12-10T12:00:00Z, America/New_York,  DAILY,  08:00, 2026-12-10T13:00:00Z
                    # the day of 23 hours, the day of 25
                    2026-03-28T08:00:00Z, Europe/Berlin,     DAILY,  08:00, 2026-03-29T06:00:00Z
                    2026-10-24T08:00:00Z, Europe/Berlin,     DAILY,  08:00, 2026-10-25T07:00:00Z
                    # jumped over; shown twice but sent once
                    2026-03-28T08:00:00Z, Europe/Berlin,     DAILY,  02:30, 2026-03-29T01:30:00Z
                    2026-10-24T23:00:00Z, Europe/Berlin,     DAILY,  02:30, 2026-10-25T00:30:00Z
                    2026-10-25T00:40:00Z, Europe/Berlin,     DAILY,  02:30, 2026-10-26T01:30:00Z
                    # hours during the changes
                    2026-03-29T00:30:00Z, Europe/Berlin,     HOURLY, 08:00, 2026-03-29T01:00:00Z
                    2026-10-25T00:30:00Z, Europe/Berlin,     HOURLY, 08:00, 2026-10-25T01:00:00Z
                    2026-10-25T01:30:00Z, Europe/Berlin,     HOURLY, 08:00, 2026-10-25T02:00:00Z
                    """)
    void digestsGoOutByTheClockOnTheWall(
            Instant now,
            ZoneId zone,
            DeliveryPolicy.Digest rhythm,
            LocalTime at,
            Instant expected) {
        DeliveryPolicy policy =
                new DeliveryPolicy(Duration.ZERO, Optional.empty(), zone, rhythm, at, 0);

        assertThat(Planner.plan(now, policy, List.of()))
                .isEqualTo(new Plan.Held(expected, Plan.Because.DIGEST));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # now,   cooldown, most, recent,                   expected, because
                    12:00:00, PT0S,    0, 11:59:59,                   -,        -
                    12:00:00, PT30M,   0, -,                          -,        -
                    12:00:00, PT30M,   0, 11:29:59,                   -,        -
                    12:00:00, PT30M,   0, 11:30:00,                   -,        -
                    12:00:00, PT30M,   0, 11:45:00,                   12:15:00, COOLDOWN
                    # what waits already is joined, not waited for in turn
                    12:10:00, PT30M,   0, 11:45:00 12:15:00,          12:15:00, COOLDOWN
                    12:15:00, PT30M,   0, 11:45:00 12:15:00,          12:45:00, COOLDOWN
                    12:40:00, PT0S,    2, 12:05:00,                   -,        -
                    12:40:00, PT0S,    2, 12:05:00 12:10:00,          13:00:00, LIMIT
                    12:40:00, PT0S,    2, 12:40:00 12:40:00,          13:00:00, LIMIT
                    12:40:00, PT0S,    2, 11:50:00 11:55:00,          -,        -
                    12:40:00, PT0S,    2, 12:05:00 12:10:00 13:00:00, 13:00:00, LIMIT
                    # the digest of an hour is a message of the next one
                    13:01:00, PT0S,    1, 12:05:00 13:00:00,          14:00:00, LIMIT
                    12:40:00, PT30M,   1, 12:30:00,                   13:00:00, COOLDOWN
                    12:40:00, PT30M,   2, 12:30:00,                   13:00:00, COOLDOWN
                    12:20:00, PT30M,   1, 12:10:00,                   13:00:00, LIMIT
                    12:20:00, PT30M,   2, 12:10:00,                   12:40:00, COOLDOWN
                    """)
    void cooldownAndLimitHoldWhatIsTooMuch(
            String now,
            Duration cooldown,
            int most,
            @Nullable String recent,
            @Nullable String expected,
            Plan.@Nullable Because because) {
        DeliveryPolicy policy =
                new DeliveryPolicy(
                        cooldown,
                        Optional.empty(),
                        ZoneId.of("UTC"),
                        NONE,
                        LocalTime.of(8, 0),
                        most);

        Plan plan = Planner.plan(time(now), policy, times(recent));

        assertThat(plan)
                .isEqualTo(
                        expected == null || because == null
                                ? new Plan.AtOnce(time(now))
                                : new Plan.Held(time(expected), because));
    }

    @Test
    void quietHoursHoldDigestsAndWhatTheCooldownHadHeld() {
        QuietHours night =
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(9, 0), ZoneId.of("UTC"));
        DeliveryPolicy daily =
                new DeliveryPolicy(
                        Duration.ZERO,
                        Optional.of(night),
                        ZoneId.of("UTC"),
                        DAILY,
                        LocalTime.of(8, 0),
                        0);
        DeliveryPolicy hourly =
                new DeliveryPolicy(
                        Duration.ZERO,
                        Optional.of(night),
                        ZoneId.of("UTC"),
                        HOURLY,
                        LocalTime.of(8, 0),
                        0);
        DeliveryPolicy cooling =
                new DeliveryPolicy(
                        Duration.ofHours(1),
                        Optional.of(night),
                        ZoneId.of("UTC"),
                        NONE,
                        LocalTime.of(8, 0),
                        0);
        Plan morning =
                new Plan.Held(Instant.parse("2026-06-11T09:00:00Z"), Plan.Because.QUIET_HOURS);
        Instant evening = Instant.parse("2026-06-10T21:30:00Z");

        assertThat(Planner.plan(evening, daily, List.of())).isEqualTo(morning);
        assertThat(Planner.plan(evening, hourly, List.of())).isEqualTo(morning);
        assertThat(Planner.plan(evening, cooling, List.of(evening.minusSeconds(60))))
                .isEqualTo(morning);
    }

    private static DeliveryPolicy quiet(DeliveryPolicy policy, QuietHours hours) {
        return new DeliveryPolicy(
                policy.cooldown(),
                Optional.of(hours),
                hours.zone(),
                policy.digest(),
                policy.digestAt(),
                policy.mostPerHour());
    }

    private static Instant time(String time) {
        return Instant.parse("2026-06-10T" + time + "Z");
    }

    private static List<Instant> times(@Nullable String times) {
        return times == null
                ? List.of()
                : Arrays.stream(times.split(" ")).map(PlannerTest::time).toList();
    }
}
