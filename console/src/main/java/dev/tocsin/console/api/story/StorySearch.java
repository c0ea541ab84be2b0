package dev.tocsin.console.api.story;

import dev.tocsin.console.api.Cursor;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statement for a filter. All text here is ours; what people typed travels as parameters. */
final class StorySearch {
    static final String COLUMNS =
            """
            story.id, story.title, story.first_seen, story.last_update, story.articles,
            story.copy_groups, story.independent_origins, story.languages, story.conflict_topics,
            story.corrected
            """;

    private static final String WITH_ARTICLES =
            """
            story.id in (select placed.story_id from story_article placed
                join %1$s found on found.%2$s = placed.article_id where %3$s)
            """;

    private final List<String> conditions = new ArrayList<>(List.of("absorbed_into is null"));
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final int limit;

    StorySearch(StoryFilter filter) {
        this.limit = filter.limit();
        add("conflict_topics @> array[:topic]::text[]", "topic", filter.conflictTopic());
        add("languages @> array[:language]::text[]", "language", filter.language());
        add("independent_origins >= :origins", "origins", filter.minOrigins());
        addArticles(
                "article_event",
                "article_id",
                "found.event_type = :event",
                "event",
                filter.eventType());
        addArticles(
                "article_place",
                "article_id",
                "found.kind = 'COUNTRY' and found.country = :country",
                "country",
                filter.country());
        addArticles(
                "article",
                "id",
                "found.search @@ websearch_to_tsquery('simple', :query)",
                "query",
                filter.query());
        addSince(filter.since());
        addCursor(filter.cursor());
    }

    /** One row more than wanted is asked for: its presence tells that there is a next page. */
    Query in(Handle handle) {
        Query query =
                handle.createQuery(
                        "select %s from story where %s order by last_update desc, id desc limit :limit"
                                .formatted(COLUMNS, String.join(" and ", conditions)));
        parameters.forEach(query::bind);
        return query.bind("limit", limit + 1);
    }

    private void addArticles(
            String table, String id, String condition, String name, @Nullable String value) {
        add(WITH_ARTICLES.formatted(table, id, condition), name, value);
    }

    private void addSince(@Nullable Instant since) {
        add(
                "last_update >= :since",
                "since",
                since == null ? null : since.atOffset(ZoneOffset.UTC));
    }

    private void addCursor(@Nullable Cursor cursor) {
        if (cursor != null) {
            conditions.add("(last_update, id) < (:cursorTime, :cursorId)");
            parameters.put("cursorTime", cursor.at().atOffset(ZoneOffset.UTC));
            parameters.put("cursorId", cursor.lastId());
        }
    }

    private void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
