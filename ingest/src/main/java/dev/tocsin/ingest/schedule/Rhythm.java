package dev.tocsin.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fast a feed publishes: an average that fades with a time constant of two days, so that it
 * follows the week and is not thrown by an hour.
 *
 * @param entriesPerDay as of the last poll
 */
public record Rhythm(double entriesPerDay) {
    /** Before anything is known: an entry an hour. */
    public static final Rhythm ASSUMED = new Rhythm(24);

    private static final double MEMORY_DAYS = 2;
    private static final double DAY = Duration.ofDays(1).toMillis();
    private static final Duration LEAST_SPAN = Duration.ofMinutes(10);
    private static final double LONG_SILENCE = 60;
    private static final double SILENCE = 10;
    private static final Duration NIGHT = Duration.ofHours(24);
    private static final Duration WEEKEND = Duration.ofHours(72);

    /**
     * Read off the dates of a first document: as many entries as it has since the oldest of them.
     * Empty where the dates tell nothing: fewer than two, or all of this moment.
     */
    public static Optional<Rhythm> ofDates(List<Instant> published, Instant now) {
        List<Instant> past =
                published.stream().filter(date -> !date.isAfter(now)).sorted().toList();
        if (past.size() < 2) {
            return Optional.empty();
        }
        Duration span = Duration.between(past.getFirst(), now);
        return span.compareTo(LEAST_SPAN) < 0
                ? Optional.empty()
                : Optional.of(new Rhythm(past.size() / days(span)));
    }

    /** After so many new entries in the time since the last poll. */
    public Rhythm after(int newEntries, Duration elapsed) {
        double days = days(elapsed);
        if (days <= 0) {
            return this;
        }
        double kept = Math.exp(-days / MEMORY_DAYS);
        return new Rhythm(entriesPerDay * kept + newEntries / days * (1 - kept));
    }

    /**
     * Whether a feed that has faded to this rhythm in silence is silent beyond what its rhythm
     * before explains. A night is never enough, and a weekend only for feeds that hardly pause.
     *
     * @param silence since the last new entry
     */
    public boolean isBroken(Duration silence) {
        double expected = entriesPerDay * Math.exp(days(silence) / MEMORY_DAYS) * days(silence);
        return (expected >= LONG_SILENCE && silence.compareTo(NIGHT) >= 0)
                || (expected >= SILENCE && silence.compareTo(WEEKEND) >= 0);
    }

    /**
     * How long it takes to publish so many entries; a very long time where nothing is published.
     */
    Duration timeFor(double entries) {
        double millis = entries / Math.max(entriesPerDay, 1e-6) * DAY;
        return Duration.ofMillis((long) millis);
    }

    private static double days(Duration duration) {
        return duration.toMillis() / DAY;
    }
}
