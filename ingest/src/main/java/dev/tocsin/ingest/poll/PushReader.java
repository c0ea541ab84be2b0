package dev.tocsin.ingest.poll;

import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.UnreadableFeedException;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedEventKind;
import dev.tocsin.schemas.FeedPush;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a hub pushed as if it had been fetched. It is no poll: validators, state and schedule
 * stay, and since a hub may leave out what it has delivered before (WebSub, section 7), a document
 * without known entries says nothing about entries that were missed. What cannot be read, or came
 * without a body, makes the feed due instead. Never throws for what a hub sends; safe for many
 * threads.
 */
public final class PushReader {
    private static final Logger log = LoggerFactory.getLogger(PushReader.class);
    private static final Duration BETWEEN_SIGNALS = Duration.ofMinutes(1);

    private final FeedParser parser;
    private final Clock clock;

    public PushReader(FeedParser parser, Clock clock) {
        this.parser = parser;
        this.clock = clock;
    }

    /** The result, with the cursor that follows the given one: it counts one push more. */
    public PollResult read(Feed feed, FeedCursor cursor, FeedPush push) {
        Instant now = clock.instant();
        FeedCursor.Builder next =
                FeedCursor.newBuilder(cursor)
                        .setPushes(cursor.getPushes() + 1)
                        .setLastPushAt(push.getReceivedAt());
        return push.getBody()
                .flatMap(body -> account(feed, cursor, bytes(body), push.getContentType(), now))
                .map(account -> taken(feed, cursor, account, next, now))
                .orElseGet(() -> signalled(feed, cursor, next, now));
    }

    private Optional<EntryAccount> account(
            Feed feed, FeedCursor cursor, byte[] body, Optional<String> contentType, Instant now) {
        try {
            URI base = URI.create(Moves.address(feed, cursor));
            ParsedFeed document = parser.parse(body, contentType, base);
            if (document.isRuin()) {
                return Optional.empty();
            }
            SeenEntries before = SeenEntries.of(cursor).keeping(2 * cursor.getDocumentEntries());
            return Optional.of(EntryAccount.of(feed, document, before, now));
        } catch (UnreadableFeedException | RuntimeException | StackOverflowError e) {
            log.atInfo()
                    .addKeyValue("feedUrl", feed.getUrl())
                    .addKeyValue("error", e.toString())
                    .log("push cannot be read, polling instead");
            return Optional.empty();
        }
    }

    private static PollResult taken(
            Feed feed,
            FeedCursor cursor,
            EntryAccount account,
            FeedCursor.Builder next,
            Instant now) {
        Happenings happenings = new Happenings(feed, now);
        next.setSeen(account.seen().packed())
                .setSeenEntries(Map.of())
                .setEntriesSeen(cursor.getEntriesSeen() + account.entries())
                .setPublished(cursor.getPublished() + account.articles().size())
                .setUnchanged(cursor.getUnchanged() + account.unchanged())
                .setDuplicates(cursor.getDuplicates() + account.duplicates())
                .setRejected(cursor.getRejected() + account.deadLetters().size())
                .setPushedSincePoll(cursor.getPushedSincePoll() + account.newArticles());
        if (account.newArticles() > 0) {
            next.setLastNewAt(now);
            speakAgain(cursor, next, happenings);
        }
        return new PollResult(
                feed, next.build(), account.articles(), account.deadLetters(), happenings.all());
    }

    private static void speakAgain(
            FeedCursor cursor, FeedCursor.Builder next, Happenings happenings) {
        if (cursor.getQuietSince().isPresent()) {
            next.setQuietSince(null);
            happenings.add(FeedEventKind.SPEAKS_AGAIN, "There are new entries again.");
        }
    }

    /** At once, but however often a hub signals, not every second. */
    private static PollResult signalled(
            Feed feed, FeedCursor cursor, FeedCursor.Builder next, Instant now) {
        Instant at =
                cursor.getLastPollAt()
                        .map(last -> last.plus(BETWEEN_SIGNALS))
                        .filter(now::isBefore)
                        .orElse(now);
        if (cursor.getNextPollAt().filter(at::isBefore).isPresent()) {
            next.setNextPollAt(at).setNextPollReason("the hub signals news");
        }
        return new PollResult(feed, next.build(), List.of(), List.of(), List.of());
    }

    private static byte[] bytes(ByteBuffer body) {
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        return bytes;
    }
}
