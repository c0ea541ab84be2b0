package dev.tocsin.bench;

import dev.tocsin.bench.alerts.AlertsBench;
import dev.tocsin.bench.deliver.DeliveryBench;
import dev.tocsin.bench.fetch.FetchBench;
import dev.tocsin.bench.latency.LatencyBench;
import dev.tocsin.bench.matcher.MatcherBench;
import dev.tocsin.bench.parse.ParseBench;
import dev.tocsin.bench.pipeline.PipelineBench;
import dev.tocsin.bench.pipeline.StreamsBench;
import dev.tocsin.bench.polling.PollingBench;
import dev.tocsin.bench.startup.StartupBench;
import dev.tocsin.bench.stories.StoriesBench;
import dev.tocsin.bench.tagger.TaggerBench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The way in: one subcommand for each measurement. */
@Command(
        name = "bench",
        description = "Measures Tocsin on this machine; prints tables to standard output.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AlertsBench.class,
            DeliveryBench.class,
            FetchBench.class,
            LatencyBench.class,
            MatcherBench.class,
            ParseBench.class,
            PipelineBench.class,
            PollingBench.class,
            StartupBench.class,
            StoriesBench.class,
            StreamsBench.class,
            TaggerBench.class
        })
public final class Bench implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Runs a command line and returns its exit code. */
    static int execute(String... arguments) {
        System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "dev.tocsin.schemas");
        return new CommandLine(new Bench()).execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.err);
    }
}
