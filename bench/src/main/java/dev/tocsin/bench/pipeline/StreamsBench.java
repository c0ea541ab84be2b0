package dev.tocsin.bench.pipeline;

import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.bench.measure.CpuClock;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.measure.Temporary;
import dev.tocsin.bench.news.ArticleWriter;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.topology.EnrichCounters;
import dev.tocsin.enrich.topology.EnrichStreams;
import dev.tocsin.enrich.topology.EnrichTopology;
import dev.tocsin.enrich.topology.StoryStageSettings;
import dev.tocsin.enrich.topology.StreamsSettings;
import dev.tocsin.enrich.topology.TaggingTopology;
import dev.tocsin.schemas.KafkaTopicSetup;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

@Command(
        name = "streams",
        description =
                "The stream that tags beside one that passes the same backlog on unread and one that"
                        + " reads and writes the same records untagged, in turns on one embedded"
                        + " broker.")
public final class StreamsBench implements Callable<Integer> {
    private static final String ARTICLES = KafkaTopics.ARTICLES.topicName();

    @Option(names = "--articles", description = "Articles in a round. Default: ${DEFAULT-VALUE}")
    private int articles = 40_000;

    @Option(names = "--rounds", description = "Rounds that count. Default: ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(names = "--warm-up", description = "Rounds before them. Default: ${DEFAULT-VALUE}")
    private int warmUp = 2;

    @Option(names = "--seed", description = "Of the texts. Default: ${DEFAULT-VALUE}")
    private long seed = 20_261_124;

    @Option(names = "--text-bytes", description = "Of a summary. Default: ${DEFAULT-VALUE}")
    private int textBytes = 450;

    private final CpuClock cpu = new CpuClock(Optional.empty());
    private final RecordFormat format = RecordFormat.of(Optional.empty());
    private final Map<Kind, List<Speed>> speeds = new EnumMap<>(Kind.class);

    /** The streams that are compared, the least work first. */
    private enum Kind {
        BYTES("identity: bytes"),
        RECORDS("identity: records"),
        TAGGER("tagger"),
        ENRICH("tagger, stories and alerts");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        out.println(Machine.describe());
        ArticleEnricher enricher = EnrichAssembly.enricher(Codebook.bundled());
        try (Temporary temporary = Temporary.create();
                EmbeddedKafka broker = EmbeddedKafka.start(temporary.folder().resolve("kafka"))) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrap());
            KafkaTopicSetup.ensure(kafka, KafkaTopics.DEFAULT_PARTITIONS);
            ArticleWriter writer = new ArticleWriter(seed, textBytes, Clock.systemUTC());
            try (Offsets offsets = new Offsets(kafka);
                    Feeder feeder = new Feeder(kafka, writer, format)) {
                offsets.create(PlainLoop.INPUT, PlainLoop.OUTPUT);
                rounds(new Turn(kafka, temporary.folder(), enricher, offsets), feeder);
            }
        }
        out.printf(
                "seed %d, %,d articles in a round, %d rounds after %d to warm up%n",
                seed, articles, rounds, warmUp);
        report(out);
        return 0;
    }

    private void rounds(Turn turn, Feeder feeder) {
        List<Kind> order = new ArrayList<>(List.of(Kind.values()));
        for (int number = 0; number < warmUp + rounds; number++) {
            Map<TopicPartition, Long> ends = feeder.publish(feeder.prepare(ARTICLES, articles));
            for (Kind kind : order) {
                Speed speed = turn.run(kind, ends);
                if (number >= warmUp) {
                    speeds.computeIfAbsent(kind, each -> new ArrayList<>()).add(speed);
                }
            }
            Collections.rotate(order, 1);
        }
    }

    private void report(PrintStream out) {
        Table table = new Table("STREAM", "ARTICLES/S", "CPU US EACH", "EACH ROUND");
        for (Kind kind : Kind.values()) {
            table.row(
                    kind.label,
                    "%,.0f".formatted(perSecond(kind)),
                    "%.1f".formatted(cpuPerThousand(kind) * 1_000),
                    of(kind).stream()
                            .map(speed -> "%,.0f".formatted(speed.perSecond()))
                            .collect(Collectors.joining(" | ")));
        }
        out.print(table);
        compare(out, Kind.TAGGER, Kind.RECORDS);
        compare(out, Kind.TAGGER, Kind.BYTES);
        compare(out, Kind.ENRICH, Kind.RECORDS);
        compare(out, Kind.ENRICH, Kind.BYTES);
    }

    private void compare(PrintStream out, Kind kind, Kind yardstick) {
        out.printf(
                "%s / %s: %.2f of its speed, %.2f times its CPU time%n",
                kind.label,
                yardstick.label,
                perSecond(kind) / perSecond(yardstick),
                cpuPerThousand(kind) / cpuPerThousand(yardstick));
    }

    private List<Speed> of(Kind kind) {
        return speeds.getOrDefault(kind, List.of());
    }

    private double perSecond(Kind kind) {
        return median(of(kind), Speed::perSecond);
    }

    private double cpuPerThousand(Kind kind) {
        return median(of(kind), Speed::cpuPerThousand);
    }

    private static double median(List<Speed> speeds, ToDoubleFunction<Speed> figure) {
        return Statistics.median(speeds.stream().mapToDouble(figure).boxed().toList());
    }

    /** One of the streams at work on a backlog that is there already. */
    private final class Turn {
        private final Offsets offsets;
        private final Map<String, Object> kafka;
        private final Path folder;
        private final ArticleEnricher enricher;

        Turn(Map<String, Object> kafka, Path folder, ArticleEnricher enricher, Offsets offsets) {
            this.kafka = kafka;
            this.folder = folder;
            this.enricher = enricher;
            this.offsets = offsets;
        }

        Speed run(Kind kind, Map<TopicPartition, Long> ends) {
            AtomicLong passed = new AtomicLong();
            EnrichCounters counters = new EnrichCounters();
            Supplier<Topology> topology =
                    switch (kind) {
                        case BYTES -> () -> Identity.ofBytes(ARTICLES, PlainLoop.OUTPUT, passed);
                        case RECORDS ->
                                new TaggingTopology(format, Identity.ofArticles(), counters);
                        case TAGGER -> new TaggingTopology(format, enricher, counters);
                        case ENRICH ->
                                new EnrichTopology(
                                        format, enricher, StoryStageSettings.DEFAULT, counters);
                    };
            LongSupplier done = kind == Kind.BYTES ? passed::get : counters::taggedCount;
            return speed(kind, topology, done, ends);
        }

        private Speed speed(
                Kind kind,
                Supplier<Topology> topology,
                LongSupplier done,
                Map<TopicPartition, Long> ends) {
            String group = "bench-" + kind.name().toLowerCase(Locale.ROOT);
            StreamsSettings settings =
                    new StreamsSettings(kafka, folder.resolve(group), 1, Stand.COMMIT_INTERVAL);
            try (EnrichStreams streams = new EnrichStreams(settings, group, topology)) {
                streams.start();
                return Speed.backlog(articles, cpu, done, () -> offsets.hasCommitted(group, ends));
            }
        }
    }
}
