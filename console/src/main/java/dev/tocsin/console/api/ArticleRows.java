package dev.tocsin.console.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads {@link ArticleSearch#COLUMNS}. */
public final class ArticleRows {
    private ArticleRows() {}

    /** The article without its tags. */
    public static ArticleView view(ResultSet row) throws SQLException {
        return new ArticleView(
                row.getString("id"),
                row.getInt("revision"),
                row.getString("feed_id"),
                row.getString("feed_title"),
                row.getString("publisher"),
                row.getString("source_class"),
                row.getString("url"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("language"),
                Reader.instantOrNull(row, "published_at"),
                Reader.instant(row, "observed_at"),
                Reader.instant(row, "event_at"),
                Reader.texts(row, "event_types"),
                Reader.texts(row, "countries"),
                List.of());
    }
}
