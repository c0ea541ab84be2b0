package dev.tocsin.console.api.story;

import dev.tocsin.console.api.RefusedException;
import dev.tocsin.console.api.RequestBody;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks up what a correction names. */
final class StoredPlaces {
    private static final String STORY =
            """
            select story.story_key, story.articles, story.absorbed_into,
                exists (select from story_article placed
                    where placed.story_id = story.id and not placed.settled) as open
            from story where story.id = :id
            """;

    private static final String ARTICLES =
            """
            select article.id, placed.story_id, story.story_key
            from article
            left join story_article placed on placed.article_id = article.id
            left join story on story.id = placed.story_id
            where article.id = any(:ids)
            """;

    private final Handle handle;
    private final RequestBody body;

    StoredPlaces(Handle handle, RequestBody body) {
        this.handle = handle;
        this.body = body;
    }

    record Story(String id, String key, int articles) {}

    record Article(@Nullable String storyId, @Nullable String key) {
        /** Nothing has to come in turn with an article that is in no story. */
        String keyOr(String articleId) {
            return key == null ? articleId : key;
        }
    }

    private record Row(String key, int articles, @Nullable String absorbedInto, boolean open) {}

    Story story(String field) {
        String id = body.require(field);
        Row row =
                handle.createQuery(STORY)
                        .bind("id", id)
                        .map((found, _) ->
                                new Row(
                                        found.getString("story_key"),
                                        found.getInt("articles"),
                                        found.getString("absorbed_into"),
                                        found.getBoolean("open")))
                        .findOne()
                        .orElseThrow(() ->
                                body.bad(
                                        field,
                                        RequestBody.shown(id) + " is no story stored here."));
        if (row.absorbedInto() != null) {
            throw RefusedException.conflict(
                    "%s: the story %s has become part of %s; name that one."
                            .formatted(field, id, row.absorbedInto()));
        }
        if (!row.open()) {
            throw RefusedException.conflict(
                    "%s: all articles of the story %s are too old for it to change."
                            .formatted(field, id));
        }
        return new Story(id, row.key(), row.articles());
    }

    Map<String, Article> articles(String field) {
        List<String> ids = body.texts(field);
        if (ids.isEmpty()) {
            throw body.bad(field, "names no article.");
        }
        Map<String, Article> found = new LinkedHashMap<>();
        handle.createQuery(ARTICLES)
                .bindArray("ids", String.class, ids)
                .map((row, _) ->
                        Map.entry(
                                row.getString("id"),
                                new Article(row.getString("story_id"), row.getString("story_key"))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        ids.stream()
                .filter(id -> !found.containsKey(id))
                .findFirst()
                .ifPresent(id -> {
                    throw body.bad(field, RequestBody.shown(id) + " is no article stored here.");
                });
        return found;
    }
}
