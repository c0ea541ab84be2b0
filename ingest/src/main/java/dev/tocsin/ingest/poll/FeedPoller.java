package dev.tocsin.ingest.poll;

import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.fetch.FetchOutcome;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.UnreadableFeedException;
import dev.tocsin.ingest.schedule.Cadence;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Fetches a feed, reads the document, makes articles of its entries and moves the cursor on. */
public final class FeedPoller implements FeedPoll {
    private final FeedFetcher fetcher;
    private final FeedParser parser;
    private final Cadence cadence;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param random for jitter; need not be safe for many threads, it is used by one at a time
     */
    public FeedPoller(
            FeedFetcher fetcher,
            FeedParser parser,
            Cadence cadence,
            Clock clock,
            RandomGenerator random) {
        this.fetcher = fetcher;
        this.parser = parser;
        this.cadence = cadence;
        this.clock = clock;
        this.random = () -> next(random);
    }

    private static long next(RandomGenerator random) {
        synchronized (random) {
            return random.nextLong();
        }
    }

    @Override
    public PollResult poll(Feed feed, FeedCursor cursor) {
        FetchOutcome outcome = fetcher.fetch(feed, cursor);
        CursorStep step = new CursorStep(cursor, outcome, clock.instant(), cadence, random);
        return switch (outcome) {
            case FetchOutcome.Fetched fetched when isSameBody(cursor, fetched) ->
                    withoutEntries(feed, step.unchanged(fetched.etag(), fetched.lastModified()));
            case FetchOutcome.Fetched fetched -> read(feed, cursor, fetched, step);
            case FetchOutcome.NotModified same ->
                    withoutEntries(feed, step.unchanged(same.etag(), same.lastModified()));
            case FetchOutcome.Throttled throttled ->
                    withoutEntries(feed, step.throttled(throttled));
            case FetchOutcome.Gone ignored -> withoutEntries(feed, step.gone());
            case FetchOutcome.Failed failed ->
                    withoutEntries(feed, step.failed(failed.errorClass(), failed.text()));
        };
    }

    private PollResult read(
            Feed feed, FeedCursor cursor, FetchOutcome.Fetched fetched, CursorStep step) {
        try {
            ParsedFeed document =
                    parser.parse(fetched.body(), fetched.contentType(), fetched.finalUri());
            Instant now = clock.instant();
            EntryAccount account = EntryAccount.of(feed, document, cursor.getSeenEntries(), now);
            Optional<Duration> wish = document.ttl();
            return new PollResult(
                    feed,
                    step.read(fetched, account, wish),
                    account.articles(),
                    account.deadLetters());
        } catch (UnreadableFeedException e) {
            return withoutEntries(feed, step.failed(e.fault().name(), e.text()));
        }
    }

    private static boolean isSameBody(FeedCursor cursor, FetchOutcome.Fetched fetched) {
        return cursor.getBodyHash().filter(fetched.bodyHash()::equals).isPresent();
    }

    private static PollResult withoutEntries(Feed feed, FeedCursor cursor) {
        return new PollResult(feed, cursor, List.of(), List.of());
    }
}
