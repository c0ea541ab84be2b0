package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.TaggedArticle;

/**
 * A stored article and the story that it is in now.
 *
 * @param article with its tags and their evidence; without event types, places and actors
 * @param storyTitle the article's own where the story is not stored
 * @param isCopy whether another article of its copy group came first
 * @param origin publisher who brought the text first
 */
public record FiledArticle(
        TaggedArticle article, String storyId, String storyTitle, boolean isCopy, String origin) {}
