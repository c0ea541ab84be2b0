package dev.tocsin.console.api;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The story that an article is in.
 *
 * @param title of the story
 * @param articles in the story
 * @param independentOrigins publishers among them with a text of their own
 * @param copyGroup the first article with nearly the same text, null if there is no other
 * @param origin who brought the text first
 */
public record StoryOfArticle(
        String id,
        String title,
        int articles,
        int independentOrigins,
        @Nullable String copyGroup,
        String origin) {
    private static final String STORY =
            """
            select story.id, story.title, story.articles, story.independent_origins,
                placed.copy_group, placed.origin
            from story_article placed join story on story.id = placed.story_id
            where placed.article_id = :id
            """;

    static Optional<StoryOfArticle> of(Handle handle, String articleId) {
        return handle.createQuery(STORY)
                .bind("id", articleId)
                .map((row, _) ->
                        new StoryOfArticle(
                                row.getString("id"),
                                row.getString("title"),
                                row.getInt("articles"),
                                row.getInt("independent_origins"),
                                row.getString("copy_group"),
                                row.getString("origin")))
                .findOne();
    }
}
