package dev.tocsin.bench.pipeline;

import dev.tocsin.enrich.article.Enriching;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.TaggedArticle;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The yardsticks among stream topologies: they pass articles on and learn nothing of them. */
final class Identity {

    private Identity() {}

    /** Bytes in, the same bytes out, nothing read and nothing remembered. */
    static Topology ofBytes(String from, String to, AtomicLong passed) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(from, Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .peek((key, value) -> passed.incrementAndGet())
                .to(to, Produced.with(Serdes.String(), Serdes.ByteArray()));
        return builder.build();
    }

    /** A tagged article as the feed wrote it, without a tag. */
    static Enriching ofArticles() {
        return Identity::untagged;
    }

    private static TaggedArticle untagged(Article article, Occurrence occurrence, int revision) {
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
                .setLanguage(article.getDeclaredLanguage().orElse("und"))
                .setPublishedAt(article.getPublishedAt().orElse(null))
                .setUpdatedAt(article.getUpdatedAt().orElse(null))
                .setObservedAt(article.getObservedAt())
                .setEventAt(article.getPublishedAt().orElse(article.getObservedAt()))
                .setTaxonomyVersion("")
                .setTags(List.of())
                .setAnnotationVersion("")
                .setEventTypes(List.of())
                .setPlaces(List.of())
                .setCountries(List.of())
                .setActors(List.of())
                .build();
    }
}
