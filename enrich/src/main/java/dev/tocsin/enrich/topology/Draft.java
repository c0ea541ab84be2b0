package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.article.Enriching;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.TaggedArticle;

import java.util.function.Function;

/**
 * What can be made of an article before it is compared with what is known.
 *
 * @param asFirst the outcome if nothing is known of it, as is so for most
 */
record Draft(Enrichment.Tagged asFirst) {
    private static final int FIRST_REVISION = 1;

    /** Drafts of the bytes of articles; a pure function, safe for many threads. */
    static Function<byte[], Draft> by(RecordFormat format, Enriching enriching) {
        return bytes -> {
            Article article = format.decode(KafkaTopics.ARTICLES, bytes);
            TaggedArticle tagged = enriching.enrich(article, Occurrence.FIRST, FIRST_REVISION);
            return new Draft(encoded(format, tagged));
        };
    }

    String feedId() {
        return asFirst.article().getFeedId();
    }

    String contentHash() {
        return asFirst.article().getContentHash();
    }

    /** The outcome, now that it is known what the article is to those before it. */
    Enrichment.Tagged as(Occurrence occurrence, int revision, RecordFormat format) {
        if (occurrence == Occurrence.FIRST && revision == FIRST_REVISION) {
            return asFirst;
        }
        return encoded(
                format,
                TaggedArticle.newBuilder(asFirst.article())
                        .setOccurrence(occurrence)
                        .setRevision(revision)
                        .build());
    }

    private static Enrichment.Tagged encoded(RecordFormat format, TaggedArticle article) {
        return new Enrichment.Tagged(article, format.encode(KafkaTopics.TAGGED_ARTICLES, article));
    }
}
