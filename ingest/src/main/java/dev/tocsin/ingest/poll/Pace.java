package dev.tocsin.ingest.poll;

import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.schedule.NextPoll;
import dev.tocsin.ingest.schedule.Observation;
import dev.tocsin.ingest.schedule.Planner;
import dev.tocsin.ingest.schedule.Rhythm;
import dev.tocsin.ingest.schedule.SkipTimes;
import dev.tocsin.ingest.schedule.Spans;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedEventKind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How fast a feed publishes, and when to ask it again. */
final class Pace {
    private final FeedCursor before;
    private final Instant now;
    private final Planner planner;

    Pace(FeedCursor before, Instant now, Planner planner) {
        this.before = before;
        this.now = now;
        this.planner = planner;
    }

    /** What a document says of the feed's rhythm and wishes; before {@link #plan}. */
    void learn(ParsedFeed document, EntryAccount account, FeedCursor.Builder next) {
        Optional<Rhythm> rhythm =
                before.getLastSuccessAt().isEmpty()
                        ? Rhythm.ofDates(dates(document), now)
                        : Optional.of(faded(account.newArticles()));
        next.setEntriesPerDay(rhythm.map(Rhythm::entriesPerDay).orElse(null))
                .setPushedSincePoll(0)
                .setDocumentEntries(account.entries())
                .setOverlap(boxed(account.overlap()))
                .setUpdateIntervalSeconds(
                        document.updateInterval().map(Duration::toSeconds).orElse(null));
        SkipTimes skip = SkipTimes.of(document.skipHours(), document.skipDays());
        next.setSkipHours(skip.hours()).setSkipDays(skip.days());
        if (account.newArticles() > 0) {
            next.setLastNewAt(now);
        }
        if (!account.articles().isEmpty()) {
            next.setPollsWithNews(before.getPollsWithNews() + 1);
        }
    }

    /** The document is the one before. */
    void learnNothing(FeedCursor.Builder next) {
        next.setEntriesPerDay(faded(0).entriesPerDay()).setPushedSincePoll(0);
    }

    private Rhythm faded(int newEntries) {
        Rhythm rhythm = before.getEntriesPerDay().map(Rhythm::new).orElse(Rhythm.ASSUMED);
        int all = newEntries + before.getPushedSincePoll();
        return rhythm.after(all, sinceSuccess().orElse(Duration.ZERO));
    }

    private Optional<Duration> sinceSuccess() {
        return before.getLastSuccessAt().map(last -> Duration.between(last, now));
    }

    /**
     * Sets the next poll of a healthy feed.
     *
     * @param account of a document that is not the one before
     */
    void plan(Optional<EntryAccount> account, Optional<Duration> maxAge, FeedCursor.Builder next) {
        OptionalDouble overlap = account.map(EntryAccount::overlap).orElse(OptionalDouble.empty());
        Observation seen =
                new Observation(
                        Optional.ofNullable(next.getEntriesPerDay()).map(Rhythm::new),
                        next.getDocumentEntries(),
                        overlap,
                        sinceSuccess(),
                        Optional.ofNullable(next.getUpdateIntervalSeconds())
                                .map(Duration::ofSeconds),
                        maxAge,
                        new SkipTimes(next.getSkipHours(), next.getSkipDays()),
                        before.getHubLeaseUntil().filter(now::isBefore).isPresent());
        NextPoll poll = planner.afterSuccess(seen, now);
        next.setNextPollAt(poll.at()).setNextPollReason(poll.reason());
    }

    /** Whether the feed fell silent, or speaks again. */
    void listen(FeedCursor.Builder next, Happenings happenings) {
        boolean isQuiet = before.getQuietSince().isPresent();
        if (isQuiet && spoke(next)) {
            next.setQuietSince(null);
            happenings.add(FeedEventKind.SPEAKS_AGAIN, "There are new entries again.");
        } else if (!isQuiet && isSilent(next)) {
            next.setQuietSince(now);
            happenings.add(
                    FeedEventKind.GONE_QUIET,
                    "No new entry for %s, which is unusual for this feed."
                            .formatted(Spans.text(silence(next).orElseThrow())));
        }
    }

    private boolean spoke(FeedCursor.Builder next) {
        return now.equals(next.getLastNewAt());
    }

    private boolean isSilent(FeedCursor.Builder next) {
        Optional<Rhythm> rhythm = Optional.ofNullable(next.getEntriesPerDay()).map(Rhythm::new);
        return rhythm.isPresent() && silence(next).filter(rhythm.get()::isBroken).isPresent();
    }

    private Optional<Duration> silence(FeedCursor.Builder next) {
        return Optional.ofNullable(next.getLastNewAt()).map(last -> Duration.between(last, now));
    }

    private static List<Instant> dates(ParsedFeed document) {
        return document.entries().stream().map(Entry::published).flatMap(Optional::stream).toList();
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
