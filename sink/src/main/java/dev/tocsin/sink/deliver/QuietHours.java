package dev.tocsin.sink.deliver;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.stream.Stream;

/**
 * The part of a day in which nobody wants to hear anything, by the clock on the wall.
 *
 * @param from first quiet minute
 * @param to first minute that is not; on the next day if it is not later than {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /** Whether the wall clock is within the quiet hours. */
    boolean contains(Instant instant) {
        LocalTime time = LocalTime.ofInstant(instant, zone);
        boolean isAfterFrom = !time.isBefore(from);
        boolean isBeforeTo = time.isBefore(to);
        return from.isBefore(to) ? isAfterFrom && isBeforeTo : isAfterFrom || isBeforeTo;
    }

    /** The instant itself, or the end of the quiet hours that it falls into. */
    Instant awake(Instant instant) {
        Instant awake = instant;
        while (!from.equals(to) && contains(awake)) {
            awake = nextEnd(awake);
        }
        return awake;
    }

    /** At most a day and a half away, unless the zone has skipped a day. */
    private Instant nextEnd(Instant instant) {
        LocalDate today = LocalDate.ofInstant(instant, zone);
        return Stream.of(today, today.plusDays(1))
                .flatMap(date -> instants(date.atTime(to)))
                .filter(end -> end.isAfter(instant))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** None of a clock's times is skipped: one that does not exist is when the clock jumps. */
    private Stream<Instant> instants(LocalDateTime wall) {
        ZoneRules rules = zone.getRules();
        return rules.getValidOffsets(wall).isEmpty()
                ? Stream.of(rules.getTransition(wall).getInstant())
                : rules.getValidOffsets(wall).stream().map(wall::toInstant);
    }
}
