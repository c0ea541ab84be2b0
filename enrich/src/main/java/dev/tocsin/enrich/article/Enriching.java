package dev.tocsin.enrich.article;

import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.TaggedArticle;

/** Makes a tagged article of an article; a pure function, safe for many threads. */
@FunctionalInterface
public interface Enriching {

    /**
     * @param revision from 1
     */
    TaggedArticle enrich(Article article, Occurrence occurrence, int revision);
}
