package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Writes the feed list and how its feeds are doing. */
final class FeedTables {
    private static final String LIST =
            """
            insert into feed (id, url, title, publisher, language, region, country, focus,
                source_class, folders, enabled, listed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
            on conflict (id) do update set url = excluded.url, title = excluded.title,
                publisher = excluded.publisher, language = excluded.language,
                region = excluded.region, country = excluded.country, focus = excluded.focus,
                source_class = excluded.source_class, folders = excluded.folders,
                enabled = excluded.enabled, listed = true
            """;

    private static final String UNLIST = "update feed set listed = false where id = ?";

    private static final String STATUS =
            """
            insert into feed_status (feed_id, state, etag, last_modified, body_hash, last_poll_at,
                last_success_at, next_poll_at, last_fetch_millis, last_status, last_error,
                last_error_text, consecutive_failures, polls, entries_seen, published, unchanged,
                duplicates, rejected, moved_to, held_until, next_poll_reason, entries_per_day,
                polls_with_news, quiet_since, pushed_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (feed_id) do update set state = excluded.state, etag = excluded.etag,
                last_modified = excluded.last_modified, body_hash = excluded.body_hash,
                last_poll_at = excluded.last_poll_at, last_success_at = excluded.last_success_at,
                next_poll_at = excluded.next_poll_at,
                last_fetch_millis = excluded.last_fetch_millis,
                last_status = excluded.last_status, last_error = excluded.last_error,
                last_error_text = excluded.last_error_text,
                consecutive_failures = excluded.consecutive_failures, polls = excluded.polls,
                entries_seen = excluded.entries_seen, published = excluded.published,
                unchanged = excluded.unchanged, duplicates = excluded.duplicates,
                rejected = excluded.rejected, moved_to = excluded.moved_to,
                held_until = excluded.held_until, next_poll_reason = excluded.next_poll_reason,
                entries_per_day = excluded.entries_per_day,
                polls_with_news = excluded.polls_with_news, quiet_since = excluded.quiet_since,
                pushed_until = excluded.pushed_until
            """;

    private static final String FORGET = "delete from feed_status where feed_id = ?";

    private FeedTables() {}

    static void write(Connection connection, Batch batch) throws SQLException {
        writeFeeds(connection, batch.feeds());
        writeCursors(connection, batch.cursors());
    }

    private static void writeFeeds(Connection connection, Map<String, @Nullable Feed> feeds)
            throws SQLException {
        try (PreparedStatement list = connection.prepareStatement(LIST);
                PreparedStatement unlist = connection.prepareStatement(UNLIST)) {
            for (Map.Entry<String, @Nullable Feed> entry : feeds.entrySet()) {
                Feed feed = entry.getValue();
                if (feed == null) {
                    new Parameters(unlist).text(entry.getKey()).add();
                } else {
                    bind(new Parameters(list), feed).add();
                }
            }
            list.executeBatch();
            unlist.executeBatch();
        }
    }

    private static void writeCursors(
            Connection connection, Map<String, @Nullable FeedCursor> cursors) throws SQLException {
        try (PreparedStatement status = connection.prepareStatement(STATUS);
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            for (Map.Entry<String, @Nullable FeedCursor> entry : cursors.entrySet()) {
                FeedCursor cursor = entry.getValue();
                if (cursor == null) {
                    new Parameters(forget).text(entry.getKey()).add();
                } else {
                    bind(new Parameters(status), cursor).add();
                }
            }
            status.executeBatch();
            forget.executeBatch();
        }
    }

    private static Parameters bind(Parameters list, Feed feed) throws SQLException {
        return list.text(feed.getId())
                .text(feed.getUrl())
                .text(feed.getTitle())
                .text(feed.getPublisher().orElse(null))
                .text(feed.getLanguage().orElse(null))
                .text(feed.getRegion().orElse(null))
                .text(feed.getCountry().orElse(null))
                .text(feed.getFocus().orElse(null))
                .text(feed.getSourceClass().orElse(null))
                .array(feed.getFolders())
                .flag(feed.getEnabled());
    }

    private static Parameters bind(Parameters status, FeedCursor cursor) throws SQLException {
        return status.text(cursor.getFeedId())
                .text(cursor.getState().name())
                .text(cursor.getEtag().orElse(null))
                .text(cursor.getLastModified().orElse(null))
                .text(cursor.getBodyHash().orElse(null))
                .time(cursor.getLastPollAt().orElse(null))
                .time(cursor.getLastSuccessAt().orElse(null))
                .time(cursor.getNextPollAt().orElse(null))
                .number(cursor.getLastFetchMillis().orElse(null))
                .number(cursor.getLastStatus().orElse(null))
                .text(cursor.getLastError().orElse(null))
                .text(cursor.getLastErrorText().orElse(null))
                .number(cursor.getConsecutiveFailures())
                .number(cursor.getPolls())
                .number(cursor.getEntriesSeen())
                .number(cursor.getPublished())
                .number(cursor.getUnchanged())
                .number(cursor.getDuplicates())
                .number(cursor.getRejected())
                .text(cursor.getMovedTo().orElse(null))
                .time(cursor.getHeldUntil().orElse(null))
                .text(cursor.getNextPollReason().orElse(null))
                .fraction(cursor.getEntriesPerDay().orElse(null))
                .number(cursor.getPollsWithNews())
                .time(cursor.getQuietSince().orElse(null))
                .time(cursor.getHubLeaseUntil().orElse(null));
    }
}
