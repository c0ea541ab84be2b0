package dev.tocsin.enrich.article;

import dev.tocsin.enrich.language.LanguageDetector;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.TaggedArticle;

import java.time.Instant;
import java.util.List;

/** What of a tagged article stands in the article already. */
public final class Untagged {
    private Untagged() {}

    /** The article as the feed wrote it, without a tag or anything else that reading it tells. */
    public static TaggedArticle.Builder of(Article article, Occurrence occurrence, int revision) {
        return TaggedArticle.newBuilder()
                .setId(article.getId())
                .setOccurrence(occurrence)
                .setRevision(revision)
                .setContentHash(article.getContentHash())
                .setFeedId(article.getFeedId())
                .setFeedTitle(article.getFeedTitle())
                .setPublisher(article.getPublisher().orElse(null))
                .setSourceClass(article.getSourceClass().orElse(null))
                .setUrl(article.getUrl().orElse(null))
                .setTitle(article.getTitle())
                .setSummary(article.getSummary())
                .setBody(article.getBody().orElse(null))
                .setAuthors(article.getAuthors())
                .setCategories(article.getCategories())
                .setLanguage(article.getDeclaredLanguage().orElse(LanguageDetector.UNKNOWN))
                .setPublishedAt(article.getPublishedAt().orElse(null))
                .setUpdatedAt(article.getUpdatedAt().orElse(null))
                .setObservedAt(article.getObservedAt())
                .setEventAt(eventAt(article))
                .setTaxonomyVersion("")
                .setTags(List.of())
                .setAnnotationVersion("")
                .setEventTypes(List.of())
                .setPlaces(List.of())
                .setCountries(List.of())
                .setActors(List.of());
    }

    /**
     * When it was published, else last updated, else read. A claimed date in the future is kept as
     * claimed, but the article happened by now.
     */
    static Instant eventAt(Article article) {
        Instant observed = article.getObservedAt();
        return article.getPublishedAt()
                .or(article::getUpdatedAt)
                .filter(claimed -> claimed.isBefore(observed))
                .orElse(observed);
    }
}
