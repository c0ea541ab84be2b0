package dev.tocsin.console.api.story;

import dev.tocsin.console.api.Cursor;
import dev.tocsin.console.api.WordSearch;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private static final String LEAD_TO_STORIES =
            "story.id = any(array(select placed.story_id from story_article placed where %s))";

    /** The offset keeps the planner from reading all articles first. */
    private static final String ONE_BY_ONE =
            """
            exists (select from story_article placed
                join article found on found.id = placed.article_id
                where placed.story_id = story.id and %s offset 0)
            """;

    private final List<String> conditions = new ArrayList<>(List.of("absorbed_into is null"));
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final @Nullable String words;
    private final int limit;

    StorySearch(StoryFilter filter) {
        this.words = filter.query();
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
        addSince(filter.since());
        addCursor(filter.cursor());
    }

    /** One row more than wanted is asked for: its presence tells that there is a next page. */
    Query in(Handle handle) {
        Optional<WordSearch> search =
                Optional.ofNullable(words).map(typed -> WordSearch.of(handle, typed));
        search.ifPresent(found -> conditions.add(withWords(found)));
        Query query =
                handle.createQuery(
                        "select %s from story where %s order by last_update desc, id desc limit :limit"
                                .formatted(COLUMNS, String.join(" and ", conditions)));
        parameters.forEach(query::bind);
        search.ifPresent(found -> found.bind(query));
        return query.bind("limit", limit + 1);
    }

    /** Few articles lead to their stories; of many, the newest stories are asked one by one. */
    private static String withWords(WordSearch search) {
        return switch (search) {
            case WordSearch.Many many -> ONE_BY_ONE.formatted(many.condition("found", "found.id"));
            case WordSearch.Few few ->
                    LEAD_TO_STORIES.formatted(few.condition("placed", "placed.article_id"));
        };
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
