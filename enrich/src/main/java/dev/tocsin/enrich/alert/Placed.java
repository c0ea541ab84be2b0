package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.TaggedArticle;

/**
 * Where an article is.
 *
 * @param isCopy whether another article of its copy group came first
 * @param origin publisher who brought the text first
 */
public record Placed(TaggedArticle article, String storyId, boolean isCopy, String origin) {}
