package dev.tocsin.bench.pipeline;

import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.bench.measure.CpuClock;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.measure.Temporary;
import dev.tocsin.bench.news.ArticleWriter;
import dev.tocsin.enrich.Enrich;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.taxonomy.TaxonomyReader;
import dev.tocsin.enrich.topology.EnrichStreams;
import dev.tocsin.enrich.topology.StoryStageSettings;
import dev.tocsin.enrich.topology.StreamsSettings;
import dev.tocsin.schemas.KafkaTopicSetup;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;

import org.apache.kafka.common.TopicPartition;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

@Command(
        name = "streams",
        description =
                "The stream that tags beside one that passes the same backlog on unread, in turns"
                        + " on one embedded broker.")
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
    private final List<Speed> identity = new ArrayList<>();
    private final List<Speed> tagger = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        out.println(Machine.describe());
        ArticleEnricher enricher = EnrichAssembly.enricher(TaxonomyReader.bundled());
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
        for (int number = 0; number < warmUp + rounds; number++) {
            Map<TopicPartition, Long> ends = feeder.publish(feeder.prepare(ARTICLES, articles));
            boolean taggerFirst = number % 2 == 0;
            Speed early = taggerFirst ? turn.tag(ends) : turn.pass(ends);
            Speed late = taggerFirst ? turn.pass(ends) : turn.tag(ends);
            if (number >= warmUp) {
                tagger.add(taggerFirst ? early : late);
                identity.add(taggerFirst ? late : early);
            }
        }
    }

    private void report(PrintStream out) {
        Table table = new Table("STREAM", "ARTICLES/S", "CPU US EACH", "EACH ROUND");
        addTo(table, "identity", identity);
        addTo(table, "tagger", tagger);
        out.print(table);
        out.printf(
                "tagger: %.2f of the identity's speed, %.2f times its CPU time%n",
                median(tagger, Speed::perSecond) / median(identity, Speed::perSecond),
                median(tagger, Speed::cpuPerThousand) / median(identity, Speed::cpuPerThousand));
    }

    private static void addTo(Table table, String name, List<Speed> speeds) {
        table.row(
                name,
                "%,.0f".formatted(median(speeds, Speed::perSecond)),
                "%.1f".formatted(median(speeds, Speed::cpuPerThousand) * 1_000),
                speeds.stream()
                        .map(speed -> "%,.0f".formatted(speed.perSecond()))
                        .collect(Collectors.joining(" | ")));
    }

    private static double median(List<Speed> speeds, ToDoubleFunction<Speed> figure) {
        return Statistics.median(speeds.stream().mapToDouble(figure).boxed().toList());
    }

    /** One of the two streams at work on a backlog that is there already. */
    private final class Turn {
        private final Offsets offsets;
        private final ArticleEnricher enricher;
        private final StreamsSettings real;
        private final StreamsSettings plain;

        Turn(Map<String, Object> kafka, Path folder, ArticleEnricher enricher, Offsets offsets) {
            this.offsets = offsets;
            this.enricher = enricher;
            this.real = settings(kafka, folder.resolve("streams"));
            this.plain = settings(kafka, folder.resolve("identity"));
        }

        private static StreamsSettings settings(Map<String, Object> kafka, Path folder) {
            return new StreamsSettings(kafka, folder, 1, Stand.COMMIT_INTERVAL);
        }

        Speed pass(Map<TopicPartition, Long> ends) {
            try (Identity stream = Identity.start(plain, ARTICLES, PlainLoop.OUTPUT)) {
                return Speed.backlog(
                        articles,
                        cpu,
                        stream::passed,
                        () -> offsets.hasCommitted(Identity.APPLICATION_ID, ends));
            }
        }

        Speed tag(Map<TopicPartition, Long> ends) {
            try (Enrich stream = new Enrich(real, format, enricher, StoryStageSettings.DEFAULT)) {
                stream.start();
                return Speed.backlog(
                        articles,
                        cpu,
                        () -> stream.counters().taggedCount(),
                        () -> offsets.hasCommitted(EnrichStreams.APPLICATION_ID, ends));
            }
        }
    }
}
