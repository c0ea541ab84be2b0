package dev.tocsin.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to poll a feed next.
 *
 * <p>A healthy feed's own pace grows with the square root of how fast it publishes. That keeps the
 * sum of what entries wait ({@code rate * interval / 2}) and what polls cost ({@code 1 / interval})
 * smallest, as in "Synchronizing a database to improve freshness" (Cho and Garcia-Molina, 2000) for
 * a cost per poll in place of a budget. It is quickened where a document would otherwise turn over
 * too far between two polls, and slowed down to what the publisher asks for.
 */
public final class Planner {
    private static final double MOST_STRETCH = 16;
    private static final double TURNOVER = 0.4;
    private static final double LAST_ENTRIES = 0.8;
    private static final double JITTER = 0.1;
    private static final int PUSHED = 4;
    private static final double MOST_DOUBLINGS = 20;
    private static final Duration RETIRED = Duration.ofDays(7);
    private static final Duration LEAST_SPREAD = Duration.ofSeconds(10);

    private record Pace(Duration interval, String reason, boolean isWish) {
        Pace atMost(Duration bound, String why) {
            return interval.compareTo(bound) <= 0 ? this : new Pace(bound, why, false);
        }

        Pace unlessAsked(Optional<Duration> wish, String who) {
            return wish.filter(asked -> asked.compareTo(interval) > 0)
                    .map(asked -> new Pace(asked, who + Spans.text(asked), true))
                    .orElse(this);
        }
    }

    private final Cadence cadence;
    private final RandomGenerator random;

    /**
     * @param random for jitter; safe for as many threads as the planner is used by
     */
    public Planner(Cadence cadence, RandomGenerator random) {
        this.cadence = cadence;
        this.random = random;
    }

    /** After a poll that succeeded, with or without a document. */
    public NextPoll afterSuccess(Observation seen, Instant now) {
        Pace pace = net(wished(own(seen), seen), seen.pushed());
        Duration interval = cadence.clamp(pace.interval);
        Instant at = now.plus(pace.isWish ? later(interval) : jittered(interval));
        Instant allowed = seen.skipTimes().allowed(at);
        return allowed.equals(at)
                ? new NextPoll(at, pace.reason)
                : new NextPoll(
                        allowed, "the feed asks not to be polled before (skipHours, skipDays)");
    }

    private Pace own(Observation seen) {
        Pace pace = seen.rhythm().map(this::byRhythm).orElseGet(this::unknown);
        if (seen.rhythm().isPresent() && seen.documentEntries() > 0) {
            Duration turnover = seen.rhythm().get().timeFor(TURNOVER * seen.documentEntries());
            pace = pace.atMost(turnover, "its document holds few entries");
        }
        return quickened(pace, seen);
    }

    private Pace unknown() {
        return new Pace(cadence.base(), "its rhythm is not known yet", false);
    }

    private Pace byRhythm(Rhythm rhythm) {
        double stretch = Math.sqrt(Rhythm.ASSUMED.entriesPerDay() / rhythm.entriesPerDay());
        Duration interval = times(cadence.base(), Math.min(stretch, MOST_STRETCH));
        return new Pace(interval, Spans.perDay(rhythm.entriesPerDay()), false);
    }

    private static Pace quickened(Pace pace, Observation seen) {
        if (seen.overlap().isEmpty() || seen.sinceLastPoll().isEmpty()) {
            return pace;
        }
        Duration last = seen.sinceLastPoll().get();
        if (seen.entriesMissed()) {
            return pace.atMost(last.dividedBy(2), "entries were probably missed");
        }
        return seen.overlap().getAsDouble() < 0.5
                ? pace.atMost(times(last, 0.75), "more than half of the entries were new")
                : pace;
    }

    /**
     * What the publisher asks for counts as long as his own document keeps its entries that long. A
     * wish under which entries were missed is refuted.
     */
    private static Pace wished(Pace own, Observation seen) {
        if (seen.entriesMissed() && seen.sinceLastPoll().isPresent()) {
            return own;
        }
        return own.unlessAsked(bounded(seen.updateInterval(), seen), "the feed asks for ")
                .unlessAsked(
                        bounded(seen.maxAge(), seen), "the server calls its answer fresh for ");
    }

    private static Optional<Duration> bounded(Optional<Duration> wish, Observation seen) {
        if (seen.rhythm().isEmpty() || seen.documentEntries() == 0) {
            return wish;
        }
        Duration kept = seen.rhythm().get().timeFor(LAST_ENTRIES * seen.documentEntries());
        return wish.map(asked -> asked.compareTo(kept) < 0 ? asked : kept);
    }

    private static Pace net(Pace pace, boolean pushed) {
        return pushed
                ? new Pace(pace.interval.multipliedBy(PUSHED), "a hub pushes what is new", false)
                : pace;
    }

    /**
     * After a failure.
     *
     * @param score of all failures in a row by weight: the interval doubles with every point
     */
    public NextPoll afterFailure(double score, Instant now) {
        double factor = Math.pow(2, Math.clamp(score, 0, MOST_DOUBLINGS));
        Duration backOff = cadence.clamp(times(cadence.base(), factor));
        return new NextPoll(now.plus(jittered(backOff)), "backing off after failures");
    }

    /** A retired feed is asked once a week, in case it comes back. */
    public NextPoll afterRetirement(Instant now) {
        return new NextPoll(now.plus(spread(RETIRED)), "retired; asked again once a week");
    }

    /**
     * When a server that asks for the given time is asked again: never sooner, and not on the dot.
     */
    public Instant heldUntil(Duration retryAfter, Instant now) {
        Duration spread = times(retryAfter, JITTER);
        Duration most = spread.compareTo(LEAST_SPREAD) < 0 ? LEAST_SPREAD : spread;
        return now.plus(retryAfter).plus(times(most, random.nextDouble()));
    }

    private Duration jittered(Duration interval) {
        return cadence.clamp(spread(interval));
    }

    private Duration spread(Duration interval) {
        return times(interval, 1 + JITTER * (2 * random.nextDouble() - 1));
    }

    private Duration later(Duration interval) {
        return cadence.clamp(times(interval, 1 + JITTER * random.nextDouble()));
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis((long) (duration.toMillis() * factor));
    }
}
