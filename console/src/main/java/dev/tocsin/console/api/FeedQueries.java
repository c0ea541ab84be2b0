package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

/** The feeds and how they are doing. */
public final class FeedQueries {
    private static final String LISTED =
            """
            select feed.id, feed.url, feed.title, feed.publisher, feed.source_class, feed.language,
                feed.enabled, coalesce(status.state, 'NEVER_POLLED') as state,
                server.name as server,
                max(status.held_until) filter (where status.held_until > now())
                    over (partition by server.name) as server_held_until,
                coalesce(carried.articles, 0) as articles, status.last_error,
                status.last_error_text, status.last_fetch_millis, status.last_poll_at,
                status.last_success_at, status.next_poll_at, status.next_poll_reason,
                status.entries_per_day,
                status.polls_with_news::double precision / nullif(status.polls, 0) as hit_rate,
                status.moved_to, status.quiet_since, status.pushed_until,
                coalesce(status.polls, 0) as polls,
                coalesce(status.entries_seen, 0) as entries_seen,
                coalesce(status.published, 0) as published,
                coalesce(status.unchanged, 0) as unchanged,
                coalesce(status.duplicates, 0) as duplicates,
                coalesce(status.rejected, 0) as rejected
            from feed
            left join feed_status status on status.feed_id = feed.id
            cross join lateral (
                select regexp_replace(
                    lower(substring(coalesce(status.moved_to, feed.url)
                        from '^[^/]+//(?:[^/?#]*@)?([^/?#]+)')),
                    '[.]?(:0*(80|443))?$', '') as name) server
            left join (
                select feed_id, count(*) as articles
                from article_sighting group by feed_id) carried on carried.feed_id = feed.id
            where feed.listed
            order by lower(feed.title), feed.url
            """;

    private final Reader reader;

    public FeedQueries(DataSource dataSource) {
        this.reader = new Reader(dataSource);
    }

    /**
     * All listed feeds by title. What a server told one of its feeds, to come back later, holds for
     * all that are polled there.
     */
    public List<FeedView> list() {
        return reader.read(handle -> handle.createQuery(LISTED).map((row, _) -> view(row)).list());
    }

    private static FeedView view(ResultSet row) throws SQLException {
        Instant planned = Reader.instantOrNull(row, "next_poll_at");
        Instant held = Reader.instantOrNull(row, "server_held_until");
        boolean waits = held != null && (planned == null || planned.isBefore(held));
        return new FeedView(
                row.getString("id"),
                row.getString("url"),
                row.getString("title"),
                row.getString("publisher"),
                row.getString("source_class"),
                row.getString("language"),
                row.getBoolean("enabled"),
                row.getString("state"),
                row.getLong("articles"),
                row.getString("last_error"),
                row.getString("last_error_text"),
                seconds(row),
                Reader.instantOrNull(row, "last_poll_at"),
                Reader.instantOrNull(row, "last_success_at"),
                waits ? held : planned,
                waits
                        ? "%s asked to be left alone until %s"
                                .formatted(row.getString("server"), held)
                        : row.getString("next_poll_reason"),
                held,
                fraction(row, "entries_per_day"),
                fraction(row, "hit_rate"),
                row.getString("moved_to"),
                Reader.instantOrNull(row, "quiet_since"),
                Reader.instantOrNull(row, "pushed_until"),
                row.getLong("polls"),
                row.getLong("entries_seen"),
                row.getLong("published"),
                row.getLong("unchanged"),
                row.getLong("duplicates"),
                row.getLong("rejected"));
    }

    private static @Nullable Double fraction(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Double seconds(ResultSet row) throws SQLException {
        long millis = row.getLong("last_fetch_millis");
        return row.wasNull() ? null : millis / 1000.0;
    }
}
