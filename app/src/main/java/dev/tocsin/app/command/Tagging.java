package dev.tocsin.app.command;

import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.evaluate.Answer;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.TaggedArticle;

import java.util.Optional;
import java.util.Set;

/** What the stream would say about an article, as an answer that can be judged. */
final class Tagging {
    private Tagging() {}

    static Answer of(Article article, ArticleEnricher enricher) {
        TaggedArticle tagged = enricher.enrich(article, Occurrence.FIRST, 1);
        return new Answer(
                Set.copyOf(TaggedArticleJson.confirmed(tagged.getTags())), Optional.empty());
    }
}
