package dev.tocsin.enrich.topology;

import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.TaggedArticle;

/** What became of one record of the articles, with the bytes that go out. */
sealed interface Enrichment {
    KafkaTopics kafkaTopic();

    byte[] bytes();

    record Tagged(TaggedArticle article, byte[] bytes) implements Enrichment {
        @Override
        public KafkaTopics kafkaTopic() {
            return KafkaTopics.TAGGED_ARTICLES;
        }
    }

    record Dead(byte[] bytes) implements Enrichment {
        @Override
        public KafkaTopics kafkaTopic() {
            return KafkaTopics.DEAD_LETTERS;
        }
    }
}
