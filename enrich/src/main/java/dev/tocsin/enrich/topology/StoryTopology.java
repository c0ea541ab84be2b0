package dev.tocsin.enrich.topology;

import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import java.util.Set;

/**
 * <pre>
 * tagged articles --by story key--\
 *                                  -> stories (stores: story-engine, story-alerts)
 * news.corrections.v1 -- likewise-/      -> news.stories.v1, news.story-placements.v1,
 * news.alert-rules.v1 -> alert-rules        news.alerts.v1, news.dead-letters.v1
 *                        (in every process)
 * </pre>
 */
final class StoryTopology {
    private final RecordFormat format;
    private final StoryStageSettings settings;
    private final EnrichCounters counters;
    private final CurrentRules rules;

    StoryTopology(RecordFormat format, StoryStageSettings settings, EnrichCounters counters) {
        this.format = format;
        this.settings = settings;
        this.counters = counters;
        this.rules = new CurrentRules(format);
    }

    /**
     * @param articles tagged articles as bytes, by story key
     */
    void addTo(StreamsBuilder builder, KStream<String, byte[]> articles) {
        addRules(builder);
        KStream<String, Gathered> corrections =
                gathered(
                                builder.stream(KafkaTopics.CORRECTIONS.topicName(), corrections()),
                                "corrections")
                        .mapValues(Gathered.CorrectionBytes::new, Named.as("as-corrections"));
        gathered(articles, "story-articles")
                .<Gathered>mapValues(Gathered.ArticleBytes::new, Named.as("as-articles"))
                .merge(corrections, Named.as("articles-and-corrections"))
                .process(new StoryProcessors(), Named.as("stories"))
                .to((key, told, context) -> told.kafkaTopic().topicName(), told());
    }

    private void addRules(StreamsBuilder builder) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(RuleProcessor.STORE),
                                Serdes.String(),
                                Serdes.ByteArray())
                        .withLoggingDisabled(),
                KafkaTopics.ALERT_RULES.topicName(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()),
                () -> new RuleProcessor(rules));
    }

    private static Consumed<String, byte[]> corrections() {
        return Consumed.with(Serdes.String(), Serdes.ByteArray())
                .withTimestampExtractor(new ClampedTimestamp())
                .withName("corrections");
    }

    private KStream<String, byte[]> gathered(KStream<String, byte[]> stream, String name) {
        return stream.repartition(
                Repartitioned.<String, byte[]>as(settings.named(name))
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.ByteArray())
                        .withNumberOfPartitions(settings.partitions()));
    }

    private Produced<String, Told> told() {
        return Produced.<String, Told>as("told")
                .withKeySerde(Serdes.String())
                .withValueSerde(encoding());
    }

    private Serde<Told> encoding() {
        return Serdes.serdeFrom(
                (kafkaTopic, told) -> format.encode(told.kafkaTopic(), told.record()),
                (kafkaTopic, bytes) -> {
                    throw new UnsupportedOperationException("only written");
                });
    }

    private StoreBuilder<KeyValueStore<Bytes, byte[]>> engineStore() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(settings.named(EngineStore.NAME)),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withCachingEnabled();
    }

    private StoreBuilder<KeyValueStore<String, byte[]>> alertMemory() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(settings.named(AlertMemory.NAME)),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withCachingEnabled();
    }

    private final class StoryProcessors
            implements ProcessorSupplier<String, Gathered, String, Told> {
        @Override
        public Processor<String, Gathered, String, Told> get() {
            return new StoryProcessor(format, settings, rules, counters);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(engineStore(), alertMemory());
        }
    }
}
