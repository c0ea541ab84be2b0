package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

/** What happened to feeds. */
public final class FeedEventQueries {
    private static final String NEWEST =
            """
            select feed_id, feed_url, feed_title, at, kind, event_text
            from feed_event
            where cast(:feed as text) is null or feed_id = :feed
            order by at desc, kafka_partition desc, kafka_offset desc
            limit :limit
            """;

    private final Reader reader;

    public FeedEventQueries(DataSource dataSource) {
        this.reader = new Reader(dataSource);
    }

    /**
     * The newest events.
     *
     * @param feedId of one feed; null for all
     */
    public List<FeedEventView> newest(@Nullable String feedId, int limit) {
        return reader.read(handle ->
                handle.createQuery(NEWEST)
                        .bind("feed", feedId)
                        .bind("limit", limit)
                        .map((row, _) -> view(row))
                        .list());
    }

    private static FeedEventView view(ResultSet row) throws SQLException {
        return new FeedEventView(
                row.getString("feed_id"),
                row.getString("feed_url"),
                row.getString("feed_title"),
                Reader.instant(row, "at"),
                row.getString("kind"),
                row.getString("event_text"));
    }
}
