package dev.tocsin.app.command;

import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.evaluate.Answer;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.TaggedArticle;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the stream would say about an article, as an answer that can be judged. */
final class Tagging {
    private Tagging() {}

    static Answer of(Article article, ArticleEnricher enricher) {
        TaggedArticle tagged = enricher.enrich(article, Occurrence.FIRST, 1);
        return new Answer(
                Set.copyOf(TaggedArticleJson.confirmed(tagged.getTags())), Optional.empty());
    }

    /** Slugs of its event types. */
    static Set<String> events(Article article, ArticleEnricher enricher) {
        return enricher.enrich(article, Occurrence.FIRST, 1).getEventTypes().stream()
                .map(EventTag::getType)
                .collect(Collectors.toUnmodifiableSet());
    }
}
