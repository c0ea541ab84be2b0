package dev.tocsin.ingest.poll;

import dev.tocsin.ingest.fetch.FetchOutcome;
import dev.tocsin.ingest.schedule.Cadence;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** From one cursor to the next, by the outcome of the exchange that lies between them. */
final class CursorStep {
    private static final int TOO_MANY_REQUESTS = 429;

    private final FeedCursor before;
    private final Instant now;
    private final Cadence cadence;
    private final RandomGenerator random;
    private final FeedCursor.Builder next;

    CursorStep(
            FeedCursor before,
            FetchOutcome outcome,
            Instant now,
            Cadence cadence,
            RandomGenerator random) {
        this.before = before;
        this.now = now;
        this.cadence = cadence;
        this.random = random;
        this.next = polled(before, outcome, now);
    }

    private static FeedCursor.Builder polled(FeedCursor before, FetchOutcome outcome, Instant now) {
        FeedCursor.Builder next =
                FeedCursor.newBuilder(before)
                        .setPolls(before.getPolls() + 1)
                        .setLastPollAt(now)
                        .setHeldUntil(null)
                        .setLastFetchMillis(outcome.took().toMillis());
        if (outcome.status().isPresent()) {
            return next.setLastStatus(outcome.status().getAsInt());
        }
        return next.setLastStatus(null);
    }

    FeedCursor unchanged(Optional<String> etag, Optional<String> lastModified) {
        return succeeded(etag, lastModified, Optional.empty()).build();
    }

    FeedCursor read(FetchOutcome.Fetched fetched, EntryAccount account, Optional<Duration> wish) {
        return succeeded(fetched.etag(), fetched.lastModified(), wish)
                .setBodyHash(fetched.bodyHash())
                .setSeenEntries(account.seen())
                .setEntriesSeen(before.getEntriesSeen() + account.entries())
                .setPublished(before.getPublished() + account.articles().size())
                .setUnchanged(before.getUnchanged() + account.unchanged())
                .setDuplicates(before.getDuplicates() + account.duplicates())
                .setRejected(before.getRejected() + account.deadLetters().size())
                .build();
    }

    /**
     * The server's wish holds for its whole host; without one, a 429 holds the host for one short
     * back-off and a 503 concerns this feed only, since one broken feed must not silence the others
     * of its host. Never sooner than a healthy feed, whatever the server's wish.
     */
    FeedCursor throttled(FetchOutcome.Throttled throttled) {
        Optional<Instant> wish = throttled.retryAfter().map(now::plus);
        Instant usual =
                wish.isPresent()
                        ? cadence.afterSuccess(now, Optional.empty(), random)
                        : cadence.afterFailure(now, failures(), random);
        Optional<Instant> held = wish.or(() -> shortHold(throttled.statusCode()));
        return error("HTTP_" + throttled.statusCode(), "the server asks to be left alone for now")
                .setHeldUntil(held.orElse(null))
                .setNextPollAt(held.filter(usual::isBefore).orElse(usual))
                .build();
    }

    private Optional<Instant> shortHold(int status) {
        return status == TOO_MANY_REQUESTS
                ? Optional.of(cadence.afterFailure(now, 1, random))
                : Optional.empty();
    }

    FeedCursor gone() {
        return error("HTTP_410", "the publisher has withdrawn this feed; asked again once a week")
                .setState(FeedState.GONE)
                .setNextPollAt(cadence.afterGone(now, random))
                .build();
    }

    FeedCursor failed(String errorClass, String text) {
        return error(errorClass, text)
                .setNextPollAt(cadence.afterFailure(now, failures(), random))
                .build();
    }

    private FeedCursor.Builder succeeded(
            Optional<String> etag, Optional<String> lastModified, Optional<Duration> wish) {
        return next.setState(FeedState.HEALTHY)
                .setEtag(etag.orElse(null))
                .setLastModified(lastModified.orElse(null))
                .setLastSuccessAt(now)
                .setLastError(null)
                .setLastErrorText(null)
                .setConsecutiveFailures(0)
                .setNextPollAt(cadence.afterSuccess(now, wish, random));
    }

    private FeedCursor.Builder error(String errorClass, String text) {
        return next.setState(FeedState.FAILING)
                .setLastError(errorClass)
                .setLastErrorText(text)
                .setConsecutiveFailures(failures());
    }

    private int failures() {
        return before.getConsecutiveFailures() + 1;
    }
}
