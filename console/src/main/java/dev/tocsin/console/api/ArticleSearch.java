package dev.tocsin.console.api;

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
public final class ArticleSearch {
    /** What {@link ArticleRows} reads. */
    public static final String COLUMNS =
            """
            article.id, article.revision, article.feed_id, article.feed_title, article.publisher,
            article.source_class, article.url, article.title, article.summary, article.language,
            article.published_at, article.observed_at, article.event_at, article.event_types,
            article.countries
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final boolean byConflictTopic;
    private final @Nullable String words;
    private final int limit;

    ArticleSearch(ArticleFilter filter) {
        this.byConflictTopic = filter.conflictTopic() != null;
        this.words = filter.query();
        this.limit = filter.limit();
        add("tag.conflict_topic = :conflictTopic", "conflictTopic", filter.conflictTopic());
        addTier(filter.tier());
        add("article.language = :language", "language", filter.language());
        add(
                "exists (select from article_sighting sighting where sighting.article_id = article.id and sighting.feed_id = :feedId)",
                "feedId",
                filter.feedId());
        add(
                "exists (select from article_event event where event.article_id = article.id and event.event_type = :eventType)",
                "eventType",
                filter.eventType());
        add(
                "exists (select from article_place place where place.article_id = article.id and place.kind = 'COUNTRY' and place.country = :country)",
                "country",
                filter.country());
        addTime(eventAt() + " >= :after", "after", filter.after());
        addTime(eventAt() + " < :before", "before", filter.before());
        addCursor(filter.cursor());
    }

    /** One row more than wanted is asked for: its presence tells that there is a next page. */
    Query in(Handle handle) {
        Optional<WordSearch> search =
                Optional.ofNullable(words).map(typed -> WordSearch.of(handle, typed));
        search.ifPresent(found -> conditions.add(found.condition("article", id())));
        Query query = handle.createQuery(sql()).bind("limit", limit + 1);
        parameters.forEach(query::bind);
        search.ifPresent(found -> found.bind(query));
        return query;
    }

    private String sql() {
        String source =
                byConflictTopic
                        ? "article_tag tag join article on article.id = tag.article_id"
                        : "article";
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return "select %s from %s %s order by %s desc, %s desc limit :limit"
                .formatted(COLUMNS, source, where, eventAt(), id());
    }

    /** Taken from the tag where there is one, since its index has the order. */
    private String eventAt() {
        return byConflictTopic ? "tag.event_at" : "article.event_at";
    }

    private String id() {
        return byConflictTopic ? "tag.article_id" : "article.id";
    }

    private void addTier(ArticleFilter.@Nullable Tier tier) {
        if (tier == null) {
            return;
        }
        if (byConflictTopic) {
            add("tag.tier = :tier", "tier", tier.name());
        } else {
            conditions.add(
                    switch (tier) {
                        case CONFIRMED -> "article.confirmed_count > 0";
                        case RELATED -> "article.related_count > 0";
                    });
        }
    }

    private void addCursor(@Nullable Cursor cursor) {
        if (cursor != null) {
            conditions.add("(%s, %s) < (:cursorTime, :cursorId)".formatted(eventAt(), id()));
            parameters.put("cursorTime", cursor.at().atOffset(ZoneOffset.UTC));
            parameters.put("cursorId", cursor.lastId());
        }
    }

    private void addTime(String condition, String name, @Nullable Instant value) {
        add(condition, name, value == null ? null : value.atOffset(ZoneOffset.UTC));
    }

    private void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
