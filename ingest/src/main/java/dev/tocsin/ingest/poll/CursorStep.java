package dev.tocsin.ingest.poll;

import dev.tocsin.egress.Redirect;
import dev.tocsin.ingest.fetch.FailureKind;
import dev.tocsin.ingest.fetch.FetchOutcome;
import dev.tocsin.ingest.fetch.Freshness;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.schedule.NextPoll;
import dev.tocsin.ingest.schedule.Planner;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedEventKind;
import dev.tocsin.schemas.FeedState;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From one cursor to the next, by the outcome of the exchange that lies between them. */
final class CursorStep {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int GONE = 410;
    private static final double WORTH_TELLING = 3;
    private static final Duration DISTRUST = Duration.ofDays(7);

    private final FeedCursor before;
    private final Instant now;
    private final Planner planner;
    private final Happenings happenings;
    private final Pace pace;
    private final FeedCursor.Builder next;

    CursorStep(
            FeedCursor before,
            FetchOutcome outcome,
            Instant now,
            Planner planner,
            Happenings happenings) {
        this.before = before;
        this.now = now;
        this.planner = planner;
        this.happenings = happenings;
        this.pace = new Pace(before, now, planner);
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

    FeedCursor notModified(FetchOutcome.NotModified same) {
        return unchanged(same.etag(), same.lastModified(), same.redirects(), same.freshness());
    }

    /** A document, byte for byte the one before. */
    FeedCursor sameBody(FetchOutcome.Fetched same) {
        next.setLastBodyAt(now);
        return unchanged(same.etag(), same.lastModified(), same.redirects(), same.freshness());
    }

    private FeedCursor unchanged(
            Optional<String> etag,
            Optional<String> lastModified,
            List<Redirect> redirects,
            Freshness freshness) {
        succeeded(etag, lastModified, redirects);
        pace.learnNothing(next);
        pace.plan(Optional.empty(), freshness.maxAge(), next);
        pace.listen(next, happenings);
        return next.build();
    }

    FeedCursor read(FetchOutcome.Fetched fetched, ParsedFeed document, EntryAccount account) {
        exposeLie(fetched, account);
        succeeded(fetched.etag(), fetched.lastModified(), fetched.redirects());
        next.setBodyHash(fetched.bodyHash())
                .setLastBodyAt(now)
                .setSeen(account.seen().packed())
                .setSeenEntries(Map.of())
                .setEntriesSeen(before.getEntriesSeen() + account.entries())
                .setPublished(before.getPublished() + account.articles().size())
                .setUnchanged(before.getUnchanged() + account.unchanged())
                .setDuplicates(before.getDuplicates() + account.duplicates())
                .setRejected(before.getRejected() + account.deadLetters().size())
                .setHubUrl(fetched.links().hub().map(URI::toString).or(document::hub).orElse(null))
                .setSelfUrl(
                        fetched.links().self().map(URI::toString).or(document::self).orElse(null));
        pace.learn(document, account, next);
        pace.plan(Optional.of(account), fetched.freshness().maxAge(), next);
        pace.listen(next, happenings);
        tellOfEntries(document, account);
        return next.build();
    }

    private void tellOfEntries(ParsedFeed document, EntryAccount account) {
        if (account.idsRewritten()) {
            happenings.add(
                    FeedEventKind.IDS_REWRITTEN,
                    "All entries came back under new ids with the same texts; they are not"
                            + " published again.");
        } else if (account.overlap().isPresent() && account.overlap().getAsDouble() == 0) {
            happenings.add(
                    FeedEventKind.ENTRIES_MISSED,
                    "None of the %d entries was known, so there were probably others since the"
                                    .formatted(account.entries())
                            + " last poll; polling faster.");
        }
        if (document.truncated()) {
            happenings.add(
                    FeedEventKind.ENTRIES_OMITTED,
                    "The document was cut off or too long; %d entries of it were read."
                            .formatted(account.entries()));
        }
    }

    /**
     * Validators that stay the same while the document changes would let every later change pass
     * unseen; they are not sent for a week.
     */
    private void exposeLie(FetchOutcome.Fetched fetched, EntryAccount account) {
        boolean hadValidators =
                before.getEtag().isPresent() || before.getLastModified().isPresent();
        boolean sameValidators =
                fetched.etag().equals(before.getEtag())
                        && fetched.lastModified().equals(before.getLastModified());
        if (hadValidators && sameValidators && !account.articles().isEmpty()) {
            next.setDistrustedUntil(now.plus(DISTRUST));
            happenings.add(
                    FeedEventKind.VALIDATORS_LIE,
                    "The document changed, but its ETag and Last-Modified did not; they are not"
                            + " relied on for a week.");
        }
    }

    /**
     * The server's wish holds for its whole host; without one, a 429 holds the host for one short
     * back-off and a 503 concerns this feed only, since one broken feed must not silence the others
     * of its host. Never sooner than after any other failure, whatever the server's wish.
     */
    FeedCursor throttled(FetchOutcome.Throttled throttled) {
        NextPoll usual = planner.afterFailure(score(FailureKind.TEMPORARY), now);
        Optional<Instant> held =
                throttled
                        .retryAfter()
                        .map(wish -> planner.heldUntil(wish, now))
                        .or(() -> shortHold(throttled.statusCode()));
        failing(
                "HTTP_" + throttled.statusCode(),
                "The server asks to be left alone for now.",
                FailureKind.TEMPORARY);
        tellOfFailure("The server asks again and again to be left alone.");
        next.setHeldUntil(held.orElse(null));
        return held.filter(usual.at()::isBefore)
                .map(until -> planned(new NextPoll(until, "the server asks to wait that long")))
                .orElseGet(() -> planned(usual));
    }

    private Optional<Instant> shortHold(int status) {
        return status == TOO_MANY_REQUESTS
                ? Optional.of(planner.afterFailure(0, now).at())
                : Optional.empty();
    }

    /** One 410 may be a mistake, two in a row retire the feed. */
    FeedCursor gone() {
        if (before.getState() != FeedState.GONE
                && !before.getLastStatus().equals(Optional.of(GONE))) {
            return failed(
                    "HTTP_410",
                    "The publisher says that this feed is gone; a second such answer retires it.",
                    FailureKind.HARD);
        }
        if (before.getState() != FeedState.GONE) {
            happenings.add(
                    FeedEventKind.RETIRED,
                    "The publisher has withdrawn this feed (410 twice); asked again once a week.");
        }
        failing(
                "HTTP_410",
                "The publisher has withdrawn this feed; asked again once a week.",
                FailureKind.HARD);
        next.setState(FeedState.GONE);
        return planned(planner.afterRetirement(now));
    }

    FeedCursor failed(String errorClass, String text, FailureKind kind) {
        failing(errorClass, text, kind);
        tellOfFailure("Fails again and again: " + text);
        Moves.reconsider(before, next.getConsecutiveFailures(), next, happenings);
        return planned(planner.afterFailure(next.getFailureScore(), now));
    }

    private FeedCursor planned(NextPoll poll) {
        return next.setNextPollAt(poll.at()).setNextPollReason(poll.reason()).build();
    }

    private void succeeded(
            Optional<String> etag, Optional<String> lastModified, List<Redirect> redirects) {
        tellOfRecovery();
        next.setState(FeedState.HEALTHY)
                .setEtag(etag.orElse(null))
                .setLastModified(lastModified.orElse(null))
                .setLastSuccessAt(now)
                .setLastError(null)
                .setLastErrorText(null)
                .setConsecutiveFailures(0)
                .setFailureScore(0);
        Moves.follow(before, redirects, next, happenings, now);
    }

    private void tellOfRecovery() {
        if (before.getState() == FeedState.GONE) {
            happenings.add(FeedEventKind.REVIVED, "The feed is there again.");
        } else if (before.getFailureScore() >= WORTH_TELLING) {
            happenings.add(
                    FeedEventKind.RECOVERED,
                    "Well again after %d failures.".formatted(before.getConsecutiveFailures()));
        }
    }

    private void failing(String errorClass, String text, FailureKind kind) {
        next.setState(FeedState.FAILING)
                .setLastError(errorClass)
                .setLastErrorText(text)
                .setConsecutiveFailures(before.getConsecutiveFailures() + 1)
                .setFailureScore(score(kind));
    }

    private void tellOfFailure(String sentence) {
        boolean isNews = before.getFailureScore() < WORTH_TELLING;
        if (isNews && next.getFailureScore() >= WORTH_TELLING) {
            happenings.add(FeedEventKind.FAILING, sentence);
        }
    }

    private double score(FailureKind kind) {
        return before.getFailureScore() + kind.weight();
    }
}
