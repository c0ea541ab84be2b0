package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.article.Enriching;
import dev.tocsin.enrich.revision.KnownArticle;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import java.util.Set;
import java.util.function.Supplier;

/**
 * <pre>
 * news.articles.v1 -> enrich (store: known-articles) -> news.articles.tagged.v1
 *                                                    -> news.dead-letters.v1
 * </pre>
 *
 * Values travel as bytes up to the processor, so that one that cannot be read is a dead letter
 * rather than an exception in a deserialiser.
 */
public final class TaggingTopology implements Supplier<Topology> {
    private final RecordFormat format;
    private final Enriching enriching;
    private final EnrichCounters counters;

    public TaggingTopology(RecordFormat format, Enriching enriching, EnrichCounters counters) {
        this.format = format;
        this.enriching = enriching;
        this.counters = counters;
    }

    /** Tagging alone. */
    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        addTo(builder);
        return builder.build();
    }

    /** Adds tagging and returns what becomes of each article, by article id. */
    KStream<String, Enrichment> addTo(StreamsBuilder builder) {
        KStream<String, Enrichment> enriched =
                builder.stream(KafkaTopics.ARTICLES.topicName(), articles())
                        .process(new EnrichProcessors(), Named.as("enrich"));
        enriched.to((id, outcome, context) -> outcome.kafkaTopic().topicName(), enrichments());
        return enriched;
    }

    private static Consumed<String, byte[]> articles() {
        return Consumed.with(Serdes.String(), Serdes.ByteArray())
                .withTimestampExtractor(new ClampedTimestamp())
                .withName("articles");
    }

    private static Produced<String, Enrichment> enrichments() {
        return Produced.<String, Enrichment>as("enriched")
                .withKeySerde(Serdes.String())
                .withValueSerde(writing());
    }

    private static Serde<Enrichment> writing() {
        return Serdes.serdeFrom(
                (kafkaTopic, outcome) -> outcome.bytes(),
                (kafkaTopic, bytes) -> {
                    throw new UnsupportedOperationException("only written");
                });
    }

    private static StoreBuilder<KeyValueStore<String, KnownArticle>> knownArticles() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(EnrichProcessor.KNOWN_ARTICLES),
                Serdes.String(),
                KnownArticleSerde.create());
    }

    private final class EnrichProcessors
            implements ProcessorSupplier<String, byte[], String, Enrichment> {
        @Override
        public Processor<String, byte[], String, Enrichment> get() {
            return new EnrichProcessor(format, enriching, counters);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(knownArticles());
        }
    }
}
