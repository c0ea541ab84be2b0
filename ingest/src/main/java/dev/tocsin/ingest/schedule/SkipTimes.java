package dev.tocsin.ingest.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * When a publisher asks not to be polled: skipHours and skipDays of RSS 2.0, in GMT. Wishes that
 * leave no hour of the week are none.
 *
 * @param hours a bit each, the lowest for the hour after midnight
 * @param days a bit each, the lowest for Monday
 */
public record SkipTimes(int hours, int days) {
    public static final SkipTimes NONE = new SkipTimes(0, 0);
    private static final int ALL_HOURS = (1 << 24) - 1;
    private static final int ALL_DAYS = (1 << 7) - 1;

    public SkipTimes {
        hours = (hours & ALL_HOURS) == ALL_HOURS ? 0 : hours & ALL_HOURS;
        days = (days & ALL_DAYS) == ALL_DAYS ? 0 : days & ALL_DAYS;
    }

    /** From hours 0 to 23 and days. */
    public static SkipTimes of(Set<Integer> hours, Set<DayOfWeek> days) {
        return new SkipTimes(
                hours.stream().mapToInt(hour -> 1 << hour).reduce(0, (a, b) -> a | b),
                days.stream().mapToInt(day -> 1 << day.ordinal()).reduce(0, (a, b) -> a | b));
    }

    /** The instant itself, or the beginning of the next hour that is not to be skipped. */
    public Instant allowed(Instant wanted) {
        ZonedDateTime time = wanted.atZone(ZoneOffset.UTC);
        while (skips(time)) {
            time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return time.toInstant();
    }

    private boolean skips(ZonedDateTime time) {
        return (hours >> time.getHour() & 1) == 1
                || (days >> time.getDayOfWeek().ordinal() & 1) == 1;
    }
}
