package dev.tocsin.bench.pipeline;

import dev.tocsin.bench.news.ArticleWriter;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.TaggedArticle;

/**
 * How big the records are before compression, on average over a thousand.
 *
 * @param tagged how many percent of the articles have at least one tag
 */
record RecordSizes(long articleBytes, long taggedArticleBytes, double tagged) {
    private static final int SAMPLE = 1_000;

    static RecordSizes of(ArticleWriter writer, Stand stand) {
        long in = 0;
        long out = 0;
        int tagged = 0;
        for (int i = 0; i < SAMPLE; i++) {
            Article article = writer.next();
            TaggedArticle result = stand.enricher().enrich(article, Occurrence.FIRST, 1);
            in += stand.format().encode(KafkaTopics.ARTICLES, article).length;
            out += stand.format().encode(KafkaTopics.TAGGED_ARTICLES, result).length;
            tagged += result.getTags().isEmpty() ? 0 : 1;
        }
        return new RecordSizes(in / SAMPLE, out / SAMPLE, tagged * 100.0 / SAMPLE);
    }

    @Override
    public String toString() {
        return "articles of %d bytes, tagged articles of %d bytes, %.0f %% with a tag"
                .formatted(articleBytes, taggedArticleBytes, tagged);
    }
}
