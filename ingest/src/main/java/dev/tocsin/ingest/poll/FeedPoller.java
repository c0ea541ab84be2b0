package dev.tocsin.ingest.poll;

import dev.tocsin.ingest.fetch.FailureKind;
import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.fetch.FetchOutcome;
import dev.tocsin.ingest.fetch.FetchRequest;
import dev.tocsin.ingest.parse.FeedFault;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.UnreadableFeedException;
import dev.tocsin.ingest.schedule.Cadence;
import dev.tocsin.ingest.schedule.Planner;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Fetches a feed, reads the document, makes articles of its entries and moves the cursor on. */
public final class FeedPoller implements FeedPoll {
    /** Once a day a server is asked without validators, in case its 304 lies. */
    private static final Duration AUDIT = Duration.ofDays(1);

    private final FeedFetcher fetcher;
    private final FeedParser parser;
    private final Planner planner;
    private final Clock clock;
    private final ReadingRoom room = new ReadingRoom();

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
        this.planner = new Planner(cadence, () -> next(random));
        this.clock = clock;
    }

    private static long next(RandomGenerator random) {
        synchronized (random) {
            return random.nextLong();
        }
    }

    @Override
    public PollResult poll(Feed feed, FeedCursor cursor) {
        FetchOutcome outcome = fetch(feed, cursor);
        Happenings happenings = new Happenings(feed, clock.instant());
        CursorStep step = new CursorStep(cursor, outcome, clock.instant(), planner, happenings);
        return switch (outcome) {
            case FetchOutcome.Fetched fetched when isSameBody(cursor, fetched) ->
                    withoutEntries(feed, step.sameBody(fetched), happenings);
            case FetchOutcome.Fetched fetched -> read(feed, cursor, fetched, step, happenings);
            case FetchOutcome.NotModified same ->
                    withoutEntries(feed, step.notModified(same), happenings);
            case FetchOutcome.Throttled throttled ->
                    withoutEntries(feed, step.throttled(throttled), happenings);
            case FetchOutcome.Gone _ -> withoutEntries(feed, step.gone(), happenings);
            case FetchOutcome.Failed failed ->
                    withoutEntries(
                            feed,
                            step.failed(failed.errorClass(), failed.text(), failed.kind()),
                            happenings);
        };
    }

    private FetchOutcome fetch(Feed feed, FeedCursor cursor) {
        String address = Moves.address(feed, cursor);
        try {
            return fetcher.fetch(
                    new FetchRequest(
                            new URI(address),
                            cursor.getEtag(),
                            cursor.getLastModified(),
                            isAudit(cursor, clock.instant())));
        } catch (URISyntaxException e) {
            return FetchOutcome.Failed.badUrl(e);
        }
    }

    private static boolean isAudit(FeedCursor cursor, Instant now) {
        boolean distrusted = cursor.getDistrustedUntil().filter(now::isBefore).isPresent();
        return distrusted
                || cursor.getLastBodyAt()
                        .filter(last -> !last.plus(AUDIT).isAfter(now))
                        .isPresent();
    }

    private PollResult read(
            Feed feed,
            FeedCursor cursor,
            FetchOutcome.Fetched fetched,
            CursorStep step,
            Happenings happenings) {
        try {
            ParsedFeed document = parsed(fetched);
            if (document.isRuin()) {
                throw new UnreadableFeedException(
                        FeedFault.MALFORMED,
                        "The document is cut off or broken before its first entry.");
            }
            EntryAccount account =
                    EntryAccount.of(feed, document, SeenEntries.of(cursor), clock.instant());
            FeedCursor next = step.read(fetched, document, account);
            return new PollResult(
                    feed, next, account.articles(), account.deadLetters(), happenings.all());
        } catch (UnreadableFeedException e) {
            FeedCursor next = step.failed(e.fault().name(), e.text(), FailureKind.SOFT);
            return withoutEntries(feed, next, happenings);
        }
    }

    private ParsedFeed parsed(FetchOutcome.Fetched fetched) throws UnreadableFeedException {
        try (ReadingRoom.Seat _ = room.take(fetched.body().length)) {
            return parser.parse(fetched.body(), fetched.contentType(), fetched.finalUri());
        }
    }

    private static boolean isSameBody(FeedCursor cursor, FetchOutcome.Fetched fetched) {
        return cursor.getBodyHash().filter(fetched.bodyHash()::equals).isPresent();
    }

    private static PollResult withoutEntries(Feed feed, FeedCursor cursor, Happenings happenings) {
        return new PollResult(feed, cursor, List.of(), List.of(), happenings.all());
    }
}
