package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.revision.KnownArticle;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.RecordFormat;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
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
 *                                                    -> {@link StoryTopology}
 * </pre>
 *
 * Values travel as bytes up to the processor, so that one that cannot be read is a dead letter
 * rather than an exception in a deserialiser.
 */
public final class EnrichTopology implements Supplier<Topology> {
    private final RecordFormat format;
    private final ArticleEnricher enricher;
    private final StoryStageSettings stories;
    private final EnrichCounters counters;

    public EnrichTopology(
            RecordFormat format,
            ArticleEnricher enricher,
            StoryStageSettings stories,
            EnrichCounters counters) {
        this.format = format;
        this.enricher = enricher;
        this.stories = stories;
        this.counters = counters;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Enrichment> enriched =
                builder.stream(KafkaTopics.ARTICLES.topicName(), articles())
                        .process(new EnrichProcessors(), Named.as("enrich"));
        enriched.filter((id, outcome) -> outcome instanceof Enrichment.Tagged, Named.as("tagged"))
                .mapValues(outcome -> encode(outcome), Named.as("encode-tagged"))
                .to(KafkaTopics.TAGGED_ARTICLES.topicName(), bytes("tagged-articles"));
        enriched.filter((id, outcome) -> outcome instanceof Enrichment.Dead, Named.as("dead"))
                .mapValues(outcome -> encode(outcome), Named.as("encode-dead"))
                .to(KafkaTopics.DEAD_LETTERS.topicName(), bytes("dead-letters"));
        new StoryTopology(format, stories, counters).addTo(builder, forStories(enriched));
        return builder.build();
    }

    /** Another feed's sighting of an article is no news to its story. */
    private KStream<String, byte[]> forStories(KStream<String, Enrichment> enriched) {
        return enriched.filter(
                        (id, outcome) ->
                                outcome instanceof Enrichment.Tagged tagged
                                        && tagged.article().getOccurrence() != Occurrence.SIGHTING,
                        Named.as("for-stories"))
                .map(
                        (id, outcome) -> KeyValue.pair(storyKey(outcome), encode(outcome)),
                        Named.as("encode-for-stories"));
    }

    private String storyKey(Enrichment outcome) {
        return switch (outcome) {
            case Enrichment.Tagged tagged -> stories.storyKey(tagged.article());
            case Enrichment.Dead _ -> throw new IllegalArgumentException("a dead letter");
        };
    }

    private static Consumed<String, byte[]> articles() {
        return Consumed.with(Serdes.String(), Serdes.ByteArray())
                .withTimestampExtractor(new ClampedTimestamp())
                .withName("articles");
    }

    private static Produced<String, byte[]> bytes(String name) {
        return Produced.<String, byte[]>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.ByteArray());
    }

    private byte[] encode(Enrichment enrichment) {
        return switch (enrichment) {
            case Enrichment.Tagged tagged -> encode(KafkaTopics.TAGGED_ARTICLES, tagged.article());
            case Enrichment.Dead dead -> encode(KafkaTopics.DEAD_LETTERS, dead.letter());
        };
    }

    private byte[] encode(KafkaTopics kafkaTopic, SpecificRecord record) {
        return format.encode(kafkaTopic, record);
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
            return new EnrichProcessor(format, enricher, counters);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(knownArticles());
        }
    }
}
