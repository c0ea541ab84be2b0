package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.ahead.Incoming;
import dev.tocsin.enrich.ahead.ReadAhead;
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
 * What goes wrong with a value is thrown when the processor asks for what was made of it, so that
 * one that cannot be read is a dead letter rather than an exception in a deserialiser.
 */
public final class TaggingTopology implements Supplier<Topology> {
    private final RecordFormat format;
    private final Enriching enriching;
    private final EnrichCounters counters;
    private final ReadAhead readAhead;

    /**
     * @param readAhead makes drafts of articles before their turn
     */
    public TaggingTopology(
            RecordFormat format,
            Enriching enriching,
            EnrichCounters counters,
            ReadAhead readAhead) {
        this.format = format;
        this.enriching = enriching;
        this.counters = counters;
        this.readAhead = readAhead;
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

    private Consumed<String, Incoming<Draft>> articles() {
        return Consumed.with(Serdes.String(), incoming())
                .withTimestampExtractor(new ClampedTimestamp())
                .withName("articles");
    }

    private Serde<Incoming<Draft>> incoming() {
        return Serdes.serdeFrom(
                (kafkaTopic, incoming) -> {
                    throw new UnsupportedOperationException("only read");
                },
                readAhead.reading(KafkaTopics.ARTICLES.topicName(), Draft.by(format, enriching)));
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
            implements ProcessorSupplier<String, Incoming<Draft>, String, Enrichment> {
        @Override
        public Processor<String, Incoming<Draft>, String, Enrichment> get() {
            return new EnrichProcessor(format, counters);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(knownArticles());
        }
    }
}
