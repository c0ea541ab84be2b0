package dev.tocsin.bench.deliver;

import dev.tocsin.app.output.Table;
import dev.tocsin.bench.measure.CpuClock;
import dev.tocsin.bench.measure.Machine;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.measure.Temporary;
import dev.tocsin.sink.targets.Targets;
import dev.tocsin.sink.targets.TargetsReader;
import dev.tocsin.sink.worker.DeliveryWorker;
import dev.tocsin.yaml.YamlException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
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
    private int deliveries = 16_000;

    @Option(names = "--targets", description = "Webhooks. Default: ${DEFAULT-VALUE}")
    private int number = 8;

    @Option(names = "--rounds", description = "Rounds that count. Default: ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(names = "--warm-up", description = "Rounds before them. Default: ${DEFAULT-VALUE}")
    private int warmUp = 6;

    /** Of one round; CPU for each delivery. */
    private record Speed(double perSecond, double cpuMicros, double serverMicros) {}

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
        try (WorkerLoop worker = new WorkerLoop(desk, targets(receiver, folder))) {
            deliver(desk, receiver, worker);
            try (BareLoop bare = new BareLoop(receiver.uri(), receiver.last())) {
                inTurns(out, desk, receiver, worker, bare);
            }
        }
    }

    private void inTurns(
            PrintStream out, Desk desk, Receiver receiver, WorkerLoop worker, BareLoop bare)
            throws Exception {
        List<Speed> ours = new ArrayList<>();
        List<Speed> theirs = new ArrayList<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            Speed our = deliver(desk, receiver, worker);
            Speed their = timed(desk.cpu(), () -> bare.run(deliveries, number * CONCURRENCY));
            if (round >= warmUp) {
                ours.add(our);
                theirs.add(their);
            }
        }
        report(out, ours, theirs);
    }

    private void report(PrintStream out, List<Speed> worker, List<Speed> bare) {
        Table table = new Table("LOOP", "PER SECOND", "CPU US EACH", "POSTGRESQL US");
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
                "%.1f".formatted(median(speeds, Speed::cpuMicros)),
                "%.1f".formatted(median(speeds, Speed::serverMicros)));
    }

    private static double median(List<Speed> speeds, ToDoubleFunction<Speed> figure) {
        return Statistics.median(speeds.stream().map(figure::applyAsDouble).toList());
    }

    private Speed deliver(Desk desk, Receiver receiver, WorkerLoop loop) throws Exception {
        desk.fill(deliveries, number);
        int all = receiver.received() + deliveries;
        try (DeliveryWorker worker = loop.worker()) {
            return timed(desk.cpu(), () -> loop.run(worker, receiver, all));
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private Speed timed(CpuClock cpu, Work work) throws Exception {
        double startCpu = cpu.seconds();
        double startServer = cpu.serverSeconds();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Speed(
                deliveries / seconds,
                (cpu.seconds() - startCpu) * 1e6 / deliveries,
                (cpu.serverSeconds() - startServer) * 1e6 / deliveries);
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
