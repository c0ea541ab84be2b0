package dev.tocsin.bench.pipeline;

import dev.tocsin.bench.measure.CpuClock;
import dev.tocsin.enrich.ahead.ReadAhead;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.topology.EnrichCounters;
import dev.tocsin.enrich.topology.EnrichStreams;
import dev.tocsin.enrich.topology.EnrichTopology;
import dev.tocsin.enrich.topology.StoryStageSettings;
import dev.tocsin.enrich.topology.StreamsSettings;
import dev.tocsin.enrich.topology.TaggingTopology;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** One of the streams at work on a backlog that is there already. */
final class StreamTurn {
    static final String ARTICLES = KafkaTopics.ARTICLES.topicName();
    static final RecordFormat FORMAT = RecordFormat.of(Optional.empty());

    private final CpuClock cpu = new CpuClock(Optional.empty());
    private final Map<String, Object> kafka;
    private final Path folder;
    private final ArticleEnricher enricher;
    private final Offsets offsets;
    private final int articles;

    /**
     * @param articles of a backlog
     */
    StreamTurn(
            Map<String, Object> kafka,
            Path folder,
            ArticleEnricher enricher,
            Offsets offsets,
            int articles) {
        this.kafka = kafka;
        this.folder = folder;
        this.enricher = enricher;
        this.offsets = offsets;
        this.articles = articles;
    }

    /**
     * @param ends offsets behind the backlog
     */
    Speed run(StreamKind kind, Map<TopicPartition, Long> ends) {
        AtomicLong passed = new AtomicLong();
        EnrichCounters counters = new EnrichCounters();
        LongSupplier done = kind == StreamKind.BYTES ? passed::get : counters::taggedCount;
        String group = "bench-" + kind.name().toLowerCase(Locale.ROOT);
        StreamsSettings settings =
                new StreamsSettings(kafka, folder.resolve(group), 1, Stand.COMMIT_INTERVAL);
        try (ReadAhead readAhead = new ReadAhead(kind.helpers());
                EnrichStreams streams =
                        new EnrichStreams(
                                settings,
                                group,
                                topology(kind, readAhead, counters, passed),
                                readAhead)) {
            streams.start();
            return Speed.backlog(articles, cpu, done, () -> offsets.hasCommitted(group, ends));
        }
    }

    private Supplier<Topology> topology(
            StreamKind kind, ReadAhead readAhead, EnrichCounters counters, AtomicLong passed) {
        return switch (kind) {
            case BYTES -> () -> Identity.ofBytes(ARTICLES, PlainLoop.OUTPUT, passed);
            case RECORDS -> new TaggingTopology(FORMAT, Identity.ofArticles(), counters, readAhead);
            case TAGGER, TAGGER_ALONE -> new TaggingTopology(FORMAT, enricher, counters, readAhead);
            case ENRICH ->
                    new EnrichTopology(
                            FORMAT, enricher, StoryStageSettings.DEFAULT, counters, readAhead);
        };
    }
}
