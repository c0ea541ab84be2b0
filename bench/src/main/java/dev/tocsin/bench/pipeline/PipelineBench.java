package dev.tocsin.bench.pipeline;

import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Temporary;
import dev.tocsin.bench.news.ArticleWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "pipeline",
        description =
                "The real pipeline beside a plain transactional consume-produce loop, in turns on"
                        + " one embedded broker.")
public final class PipelineBench implements Callable<Integer> {
    @Option(names = "--articles", description = "Articles in a step. Default: ${DEFAULT-VALUE}")
    private int articles = 40_000;

    @Option(names = "--rounds", description = "Rounds that count. Default: ${DEFAULT-VALUE}")
    private int rounds = 3;

    @Option(names = "--warm-up", description = "Rounds before them. Default: ${DEFAULT-VALUE}")
    private int warmUp = 1;

    @Option(names = "--seed", description = "Of the texts. Default: ${DEFAULT-VALUE}")
    private long seed = 20_261_124;

    @Option(names = "--text-bytes", description = "Of a summary. Default: ${DEFAULT-VALUE}")
    private int textBytes = 450;

    @Option(names = "--rate", description = "Articles/s for latency. Default: ${DEFAULT-VALUE}")
    private int rate = 100;

    @Option(names = "--seconds", description = "Of the latency run. Default: ${DEFAULT-VALUE}")
    private int seconds = 20;

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        out.println(Machine.describe());
        try (Temporary temporary = Temporary.create();
                Stand stand = Stand.start(temporary.folder())) {
            ArticleWriter writer = new ArticleWriter(seed, textBytes, Clock.systemUTC());
            out.println(records(stand));
            try (Feeder feeder = new Feeder(stand.kafka(), writer, stand.format())) {
                PipelineReport report = rounds(stand, feeder);
                out.print(report.speeds());
                out.print(report.ratios());
                Map<String, List<Double>> millis =
                        new LatencyRun(stand, feeder, rate, seconds).run();
                out.print(PipelineReport.latencies(millis, rate));
            }
        }
        return 0;
    }

    private String records(Stand stand) {
        ArticleWriter sample = new ArticleWriter(seed, textBytes, Clock.systemUTC());
        return "seed %d, %,d articles in a step, %d rounds after %d to warm up, %s"
                .formatted(seed, articles, rounds, warmUp, RecordSizes.of(sample, stand));
    }

    private PipelineReport rounds(Stand stand, Feeder feeder) throws InterruptedException {
        PipelineReport report = new PipelineReport();
        for (int number = 0; number < warmUp + rounds; number++) {
            Map<Step, Speed> speeds = new Round(stand, feeder, articles, number).run();
            if (number >= warmUp) {
                report.add(speeds, (double) stand.store().rows() / articles);
            }
        }
        return report;
    }
}
