package dev.tocsin.bench.deliver;

import dev.tocsin.app.output.Table;
import dev.tocsin.bench.measure.CpuClock;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.measure.Temporary;
import dev.tocsin.bench.measure.Waiting;
import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.sink.channel.Channels;
import dev.tocsin.sink.postgres.DeliveryQueue;
import dev.tocsin.sink.targets.CurrentTargets;
import dev.tocsin.sink.targets.Targets;
import dev.tocsin.sink.targets.TargetsReader;
import dev.tocsin.sink.worker.DeliveryWorker;
import dev.tocsin.sink.worker.WorkerSettings;
import dev.tocsin.yaml.YamlException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

@Command(
        name = "deliveries",
        description =
                "Deliveries from the table to signed webhooks beside a bare loop of the same HTTP"
                        + " client, in turns against one loopback server.")
public final class DeliveryBench implements Callable<Integer> {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** What the product has for each target unless alerts.yaml says otherwise. */
    private static final int CONCURRENCY = 4;

    @Option(names = "--deliveries", description = "In a round. Default: ${DEFAULT-VALUE}")
    private int deliveries = 8_000;

    @Option(names = "--targets", description = "Webhooks. Default: ${DEFAULT-VALUE}")
    private int number = 8;

    @Option(names = "--rounds", description = "Rounds that count. Default: ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(names = "--warm-up", description = "Rounds before them. Default: ${DEFAULT-VALUE}")
    private int warmUp = 10;

    private record Speed(double perSecond, double cpuMicros) {}

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        out.println(Machine.describe());
        out.printf(
                "%,d deliveries to %d webhooks, %d at once for each; %d rounds after %d%n",
                deliveries, number, CONCURRENCY, rounds, warmUp);
        try (Temporary temporary = Temporary.create();
                Desk desk = new Desk(temporary.folder().resolve("postgres"));
                Receiver receiver = new Receiver()) {
            measure(out, desk, receiver, temporary.folder());
        }
        return 0;
    }

    private void measure(PrintStream out, Desk desk, Receiver receiver, Path folder)
            throws Exception {
        Targets targets = targets(receiver, folder);
        List<Speed> worker = new ArrayList<>();
        List<Speed> bare = new ArrayList<>();
        deliver(desk, receiver, targets);
        try (BareLoop loop = new BareLoop(receiver.uri(), receiver.last())) {
            for (int round = 0; round < warmUp + rounds; round++) {
                Speed ours = deliver(desk, receiver, targets);
                Speed theirs = timed(desk.cpu(), () -> loop.run(deliveries, number * CONCURRENCY));
                if (round >= warmUp) {
                    worker.add(ours);
                    bare.add(theirs);
                }
            }
        }
        report(out, worker, bare);
    }

    private void report(PrintStream out, List<Speed> worker, List<Speed> bare) {
        Table table = new Table("LOOP", "PER SECOND", "CPU US EACH");
        row(table, "bare HTTP client", bare);
        row(table, "delivery worker, with PostgreSQL", worker);
        out.print(table);
        double ratio =
                Statistics.median(
                        IntStream.range(0, worker.size())
                                .mapToObj(i -> worker.get(i).perSecond() / bare.get(i).perSecond())
                                .toList());
        out.printf("deliveries: %.2f of the bare client's speed%n", ratio);
    }

    private static void row(Table table, String label, List<Speed> speeds) {
        table.row(
                label,
                "%,.0f".formatted(median(speeds, Speed::perSecond)),
                "%.1f".formatted(median(speeds, Speed::cpuMicros)));
    }

    private static double median(List<Speed> speeds, ToDoubleFunction<Speed> figure) {
        return Statistics.median(speeds.stream().map(figure::applyAsDouble).toList());
    }

    /** Until the table says of each that it was delivered. */
    private Speed deliver(Desk desk, Receiver receiver, Targets targets) throws Exception {
        desk.fill(deliveries, number);
        int before = receiver.received();
        EgressPolicy policy =
                new EgressPolicy(
                        List.of("127.0.0.1"), Duration.ofSeconds(30), 10_000, "tocsin-bench");
        try (Channels channels = new Channels(policy, Clock.systemUTC());
                DeliveryWorker worker = worker(desk, targets, channels)) {
            return timed(
                    desk.cpu(),
                    () -> {
                        worker.start();
                        Waiting.until(
                                "deliveries", () -> receiver.received() >= before + deliveries);
                        Waiting.until("the table", Duration.ofMillis(10), () -> isEmpty(desk));
                    });
        }
    }

    private static DeliveryWorker worker(Desk desk, Targets targets, Channels channels) {
        return new DeliveryWorker(
                new DeliveryQueue(desk.dataSource()),
                new CurrentTargets(targets),
                channels,
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                WorkerSettings.of(Duration.ofSeconds(30)));
    }

    private static boolean isEmpty(Desk desk) {
        try {
            return desk.open() == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private Speed timed(CpuClock cpu, Work work) throws Exception {
        double startCpu = cpu.seconds();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Speed(deliveries / seconds, (cpu.seconds() - startCpu) * 1e6 / deliveries);
    }

    private Targets targets(Receiver receiver, Path folder) throws IOException, YamlException {
        StringBuilder yaml = new StringBuilder("targets:\n");
        for (int i = 0; i < number; i++) {
            yaml.append(
                    "  target-%d: {kind: webhook, url: \"%s\", secret: %s}\n"
                            .formatted(i, receiver.uri(), KEY));
        }
        Path file = Files.writeString(folder.resolve("alerts.yaml"), yaml);
        return new TargetsReader(Map.of()).read(file);
    }
}
