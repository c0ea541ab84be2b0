package dev.tocsin.bench.latency;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.config.ConfigurationReader;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.FeedSource;
import dev.tocsin.app.pipeline.Part;
import dev.tocsin.app.pipeline.Pipeline;
import dev.tocsin.app.pipeline.PipelineOptions;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.measure.Temporary;
import dev.tocsin.bench.measure.Waiting;
import dev.tocsin.console.api.Health;
import dev.tocsin.ingest.identity.FeedId;
import dev.tocsin.schemas.Feed;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "latency",
        description =
                "From the first byte of a feed's body to the webhook of the alert that an article in"
                        + " it raises, through every part of the product, at half of the load at"
                        + " which it can just keep up.")
public final class LatencyBench implements Callable<Integer> {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** From one step to the next. */
    private static final double STEP = 1.5;

    private static final Duration KEEPING_UP = Duration.ofSeconds(2);

    /** The part that may be missing after that. */
    private static final double LATE = 0.02;

    @Option(
            names = "--from-rate",
            description = "Articles/s of the first step. Default: ${DEFAULT-VALUE}")
    private int fromRate = 50;

    @Option(
            names = "--to-rate",
            description = "Of the last step, at most. Default: ${DEFAULT-VALUE}")
    private int toRate = 4_000;

    @Option(
            names = "--warm-up",
            description = "Seconds at the first rate. Default: ${DEFAULT-VALUE}")
    private int warmUp = 60;

    @Option(names = "--step-seconds", description = "Of each step. Default: ${DEFAULT-VALUE}")
    private int stepSeconds = 10;

    @Option(names = "--seconds", description = "At half of the maximum. Default: ${DEFAULT-VALUE}")
    private int seconds = 60;

    @Option(
            names = "--feeds",
            description = "Each is polled every second. Default: ${DEFAULT-VALUE}")
    private int feeds = 10;

    @Option(
            names = "--every",
            description = "One article in so many raises an alert. Default: ${DEFAULT-VALUE}")
    private int every = 20;

    @Option(
            names = "--commit-interval",
            description = "Of the stream. Default: that of the product")
    private Optional<String> commitInterval = Optional.empty();

    @Option(names = "--seed", description = "Of the texts. Default: ${DEFAULT-VALUE}")
    private long seed = 20_261_128;

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        out.println(Machine.describe());
        out.printf(
                "%d feeds polled every second, one article in %d raises an alert%n", feeds, every);
        Journeys journeys = new Journeys();
        try (Temporary temporary = Temporary.create();
                Publisher publisher = new Publisher(journeys, feeds, every, seed);
                WebhookReceiver receiver = new WebhookReceiver(journeys);
                Pipeline pipeline = start(temporary.folder(), publisher, receiver)) {
            publisher.rate(fromRate);
            Waiting.until("the first webhook", () -> journeys.came() > 0);
            Thread.sleep(Duration.ofSeconds(warmUp));
            double most = most(publisher, journeys);
            out.printf("maximum: %,.0f articles/s%n", most);
            List<Integer> missing = report(out, most / 2, publisher, journeys);
            explain(out, missing, new Fates(pipeline.store()));
            pipeline.health().stream()
                    .filter(part -> part.state() != Health.State.RUNNING)
                    .forEach(out::println);
        }
        return 0;
    }

    /** Half as much again, step by step, until webhooks no longer come within two seconds. */
    private double most(Publisher publisher, Journeys journeys) throws InterruptedException {
        double most = 0;
        boolean isKeptUp = true;
        for (double rate = fromRate; rate <= toRate && isKeptUp; rate *= STEP) {
            isKeptUp = keepsUp(rate, publisher, journeys);
            most = isKeptUp ? rate : most;
        }
        publisher.rate(0);
        settle(journeys);
        return most;
    }

    private boolean keepsUp(double rate, Publisher publisher, Journeys journeys)
            throws InterruptedException {
        publisher.rate(rate);
        long from = System.nanoTime();
        Thread.sleep(Duration.ofSeconds(stepSeconds));
        Journeys.Times times = journeys.between(from, System.nanoTime() - KEEPING_UP.toNanos());
        return times.missingPart() <= LATE;
    }

    /** Until all have arrived, or nothing for three seconds: some join another's story. */
    private static void settle(Journeys journeys) throws InterruptedException {
        int before = -1;
        while (journeys.came() < journeys.left() && journeys.came() != before) {
            before = journeys.came();
            Thread.sleep(Duration.ofSeconds(3));
        }
    }

    private List<Integer> report(
            PrintStream out, double rate, Publisher publisher, Journeys journeys)
            throws InterruptedException {
        publisher.rate(rate);
        Thread.sleep(Duration.ofSeconds(5));
        long from = System.nanoTime();
        Thread.sleep(Duration.ofSeconds(seconds));
        long to = System.nanoTime();
        Thread.sleep(Duration.ofSeconds(5));
        publisher.rate(0);
        settle(journeys);
        Journeys.Times times = journeys.between(from, to);
        Table table =
                new Table(
                        "ARTICLES/S",
                        "WEBHOOKS",
                        "MISSING",
                        "P50 MS",
                        "P90 MS",
                        "P99 MS",
                        "MAX MS");
        table.row(
                "%,.0f".formatted(rate),
                times.millis().size(),
                times.missing().size(),
                percentile(times, 50),
                percentile(times, 90),
                percentile(times, 99),
                percentile(times, 100));
        out.print(table);
        return times.missing();
    }

    /** One alert a story: an article that joins another's raises none. */
    private static void explain(PrintStream out, List<Integer> missing, Fates fates)
            throws SQLException {
        if (missing.isEmpty()) {
            return;
        }
        Table table = new Table("WHAT BECAME OF THE MISSING", "ARTICLES", "ONE OF THEM");
        fates.of(missing.stream().map(Publisher::alarmUrl).toList())
                .forEach((fate, urls) -> table.row(fate, urls.size(), urls.getFirst()));
        out.print(table);
    }

    private static String percentile(Journeys.Times times, double percent) {
        return times.millis().isEmpty()
                ? "-"
                : "%.0f".formatted(Statistics.percentile(times.millis(), percent));
    }

    private Pipeline start(Path folder, Publisher publisher, WebhookReceiver receiver)
            throws ConfigurationException, IOException {
        Path alerts =
                Files.writeString(
                        folder.resolve("alerts.yaml"),
                        """
                        targets:
                          desk: {kind: webhook, url: "%s", secret: %s}
                        rules:
                          alarm: {name: Alarm, keywords: %s, to: desk}
                        """
                                .formatted(receiver.url(), SECRET, Publisher.WORD));
        Configuration configuration =
                new ConfigurationReader()
                        .flag("alerts", "bench", List.of(alerts.toString()))
                        .flag("console.port", "bench", List.of("0"))
                        .flag("egress.allow", "bench", List.of("127.0.0.1/32"))
                        .flag("enrich.commit-interval", "bench", commitInterval.stream().toList())
                        .flag("polling.interval", "bench", List.of("1s"))
                        .flag("polling.host-spacing", "bench", List.of("0ms"))
                        .read();
        List<Feed> list = publisher.urls().stream().map(LatencyBench::feed).toList();
        return Pipeline.start(
                configuration,
                DataFolder.open(folder.resolve("data")),
                PipelineOptions.of(
                        EnumSet.of(Part.INGEST, Part.ENRICH, Part.SINK),
                        new FeedSource.Fixed(list)));
    }

    private static Feed feed(String url) {
        return Feed.newBuilder()
                .setId(FeedId.of(url))
                .setUrl(url)
                .setTitle("Bench")
                .setPublisher(url)
                .build();
    }
}
