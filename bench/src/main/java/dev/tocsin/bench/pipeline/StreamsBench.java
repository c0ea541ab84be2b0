package dev.tocsin.bench.pipeline;

import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.measure.Temporary;
import dev.tocsin.bench.news.ArticleWriter;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.schemas.KafkaTopicSetup;
import dev.tocsin.schemas.KafkaTopics;

import org.apache.kafka.common.TopicPartition;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

@Command(
        name = "streams",
        description =
                "The stream that tags beside one that passes the same backlog on unread and one that"
                        + " reads and writes the same records untagged, in turns on one embedded"
                        + " broker.")
public final class StreamsBench implements Callable<Integer> {

    @Option(names = "--articles", description = "Articles in a round. Default: ${DEFAULT-VALUE}")
    private int articles = 30_000;

    @Option(names = "--rounds", description = "Rounds that count. Default: ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(
            names = "--warm-up",
            description =
                    "Rounds before them, until the compilers have little left to do. Default:"
                            + " ${DEFAULT-VALUE}")
    private int warmUp = 6;

    @Option(names = "--seed", description = "Of the texts. Default: ${DEFAULT-VALUE}")
    private long seed = 20_261_124;

    @Option(names = "--text-bytes", description = "Of a summary. Default: ${DEFAULT-VALUE}")
    private int textBytes = 450;

    @Option(
            names = "--only",
            split = ",",
            description = "Of the streams ${COMPLETION-CANDIDATES}. Default: all")
    private List<StreamKind> kinds = List.of(StreamKind.values());

    private final Map<StreamKind, List<Speed>> speeds = new EnumMap<>(StreamKind.class);

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
                    Feeder feeder = new Feeder(kafka, writer, StreamTurn.FORMAT)) {
                offsets.create(PlainLoop.INPUT, PlainLoop.OUTPUT);
                rounds(
                        new StreamTurn(kafka, temporary.folder(), enricher, offsets, articles),
                        feeder);
            }
        }
        out.printf(
                "seed %d, %,d articles in a round, %d rounds after %d to warm up%n",
                seed, articles, rounds, warmUp);
        report(out);
        return 0;
    }

    private void rounds(StreamTurn turn, Feeder feeder) {
        List<StreamKind> order = new ArrayList<>(kinds);
        for (int number = 0; number < warmUp + rounds; number++) {
            Map<TopicPartition, Long> ends =
                    feeder.publish(feeder.prepare(StreamTurn.ARTICLES, articles));
            for (StreamKind kind : order) {
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
        for (StreamKind kind : speeds.keySet()) {
            table.row(
                    kind.label(),
                    "%,.0f".formatted(perSecond(kind)),
                    "%.1f".formatted(cpuPerThousand(kind) * 1_000),
                    of(kind).stream()
                            .map(speed -> "%,.0f".formatted(speed.perSecond()))
                            .collect(Collectors.joining(" | ")));
        }
        out.print(table);
        for (StreamKind kind :
                List.of(StreamKind.TAGGER_ALONE, StreamKind.TAGGER, StreamKind.ENRICH)) {
            compare(out, kind, StreamKind.RECORDS);
        }
        compare(out, StreamKind.TAGGER, StreamKind.BYTES);
        compare(out, StreamKind.TAGGER, StreamKind.TAGGER_ALONE);
    }

    private void compare(PrintStream out, StreamKind kind, StreamKind yardstick) {
        if (speeds.keySet().containsAll(List.of(kind, yardstick))) {
            out.printf(
                    "%s / %s: %.2f of its speed, %.2f times its CPU time%n",
                    kind.label(),
                    yardstick.label(),
                    perSecond(kind) / perSecond(yardstick),
                    cpuPerThousand(kind) / cpuPerThousand(yardstick));
        }
    }

    private List<Speed> of(StreamKind kind) {
        return speeds.getOrDefault(kind, List.of());
    }

    private double perSecond(StreamKind kind) {
        return median(of(kind), Speed::perSecond);
    }

    private double cpuPerThousand(StreamKind kind) {
        return median(of(kind), Speed::cpuPerThousand);
    }

    private static double median(List<Speed> speeds, ToDoubleFunction<Speed> figure) {
        return Statistics.median(speeds.stream().mapToDouble(figure).boxed().toList());
    }
}
