package dev.tocsin.bench.fetch;

import dev.tocsin.app.output.Table;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.egress.EgressClient;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@Command(
        name = "fetch",
        description =
                "Fetches beside a bare loop of the same HTTP client, and 304 polls beside 200"
                        + " polls, in turns against one loopback server.")
public final class FetchBench implements Callable<Integer> {
    @Option(names = "--fetches", description = "In a round. Default: ${DEFAULT-VALUE}")
    private int fetches = 5_000;

    @Option(names = "--threads", description = "At once. Default: ${DEFAULT-VALUE}")
    private int threads = 8;

    @Option(names = "--entries", description = "Of the feed. Default: ${DEFAULT-VALUE}")
    private int entries = 30;

    @Option(names = "--rounds", description = "Rounds that count. Default: ${DEFAULT-VALUE}")
    private int rounds = 9;

    @Option(names = "--warm-up", description = "Rounds before them. Default: ${DEFAULT-VALUE}")
    private int warmUp = 4;

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        String feed = feed();
        out.println(Machine.describe());
        out.printf(
                "feed of %d entries, %,d bytes; %,d fetches on %d threads, %d rounds after %d%n",
                entries, feed.length(), fetches, threads, rounds, warmUp);
        try (FeedServer server = new FeedServer(feed);
                CloseableHttpClient bare = Loop.bareClient();
                EgressClient guarded = Loop.guardedClient()) {
            report(
                    out,
                    List.of(
                            Loop.bare(bare, server.uri()),
                            Loop.fetching(guarded, server.uri()),
                            Loop.polling(guarded, server.uri()),
                            Loop.asking(guarded, server.uri())));
        }
        return 0;
    }

    private void report(PrintStream out, List<Loop> loops)
            throws InterruptedException, ExecutionException {
        Map<Loop, List<Speed>> speeds = new LinkedHashMap<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            for (Loop loop : loops) {
                Speed speed = Speed.of(loop, fetches, threads);
                if (round >= warmUp) {
                    speeds.computeIfAbsent(loop, _ -> new ArrayList<>()).add(speed);
                }
            }
        }
        Table table = new Table("LOOP", "PER SECOND", "CPU US EACH");
        speeds.forEach((loop, each) ->
                table.row(
                        loop.label(),
                        "%,.0f".formatted(median(each, Speed::perSecond)),
                        "%.1f".formatted(median(each, Speed::cpuMicros))));
        out.print(table);
        List<List<Speed>> all = List.copyOf(speeds.values());
        compare(out, "fetches: %.2f of the bare client's speed", all.get(1), all.get(0));
        compare(out, "304 polls: %.2f times the speed of 200 polls", all.get(3), all.get(2));
    }

    /** Speed suffers from whatever else runs on the machine; what a CPU second brings, hardly. */
    private static void compare(
            PrintStream out, String sentence, List<Speed> these, List<Speed> others) {
        out.printf(sentence, ratio(these, others, Speed::perSecond));
        out.printf("; for a CPU second %.2f%n", ratio(these, others, Speed::perCpuSecond));
    }

    /** Of the rounds' ratios the middle one, since the loops of a round met the same machine. */
    private static double ratio(
            List<Speed> these, List<Speed> others, ToDoubleFunction<Speed> figure) {
        return Statistics.median(
                IntStream.range(0, these.size())
                        .mapToObj(i ->
                                figure.applyAsDouble(these.get(i))
                                        / figure.applyAsDouble(others.get(i)))
                        .toList());
    }

    private static double median(List<Speed> speeds, ToDoubleFunction<Speed> figure) {
        return Statistics.median(speeds.stream().map(figure::applyAsDouble).toList());
    }

    private String feed() {
        String text =
                "Words of no meaning that fill a summary as long as summaries are. ".repeat(6);
        return IntStream.range(0, entries)
                .mapToObj(i ->
                        ("<item><title>Headline number %d of the day</title>"
                                        + "<link>https://paper.example/%d</link><guid>g%d</guid>"
                                        + "<pubDate>Tue, 05 May 2026 07:%02d:00 GMT</pubDate>"
                                        + "<description>%s</description></item>")
                                .formatted(i, i, i, i % 60, text))
                .collect(
                        Collectors.joining(
                                "",
                                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>"
                                        + "<title>Paper</title><link>https://paper.example/</link>",
                                "</channel></rss>"));
    }
}
