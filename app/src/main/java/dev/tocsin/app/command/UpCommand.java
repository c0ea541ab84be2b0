package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.output.OutputFormat;
import dev.tocsin.app.pipeline.FeedSource;
import dev.tocsin.app.pipeline.Part;
import dev.tocsin.app.pipeline.PipelineOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;

@Command(
        name = "up",
        description = "Runs Tocsin: polls the feeds, tags, stores, shows the page.",
        footer = {
            "",
            "Without further settings it brings its own Kafka broker and PostgreSQL in the data",
            "folder. The feed list is feeds.yaml there: edit it while Tocsin runs."
        })
final class UpCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private FeedsFlag feedList = new FeedsFlag();
    @Mixin private PortFlag port = new PortFlag();
    @Mixin private AllowFlag allowed = new AllowFlag();

    @Option(
            names = "--once",
            description =
                    "Polls every feed once, lets everything flow through, prints a summary, exits.")
    private boolean once;

    @Option(
            names = "--only",
            paramLabel = "PART",
            description =
                    "Runs one part against external Kafka and PostgreSQL: ingest, enrich, sink or"
                            + " console.")
    private @Nullable Part only;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "Summary of --once: table or json. Default: table.")
    private OutputFormat output = OutputFormat.TABLE;

    @Override
    public Integer call() throws ConfigurationException {
        Configuration configuration = flags.configuration(feedList, port, allowed);
        checkOnly(configuration);
        DataFolder folder = SettingFlags.folder(configuration);
        if (once) {
            return new OnceRun(configuration, folder, output).run();
        }
        Set<Part> parts = only == null ? Part.all() : EnumSet.of(only);
        PipelineOptions options = PipelineOptions.of(parts, feeds(configuration, folder));
        return serve(configuration, folder, options);
    }

    static int serve(Configuration configuration, DataFolder folder, PipelineOptions options)
            throws ConfigurationException {
        Messages.say("Starting in " + folder.root() + " ...");
        try (Service service = Service.start(configuration, folder, options)) {
            Messages.say(
                    service.pipeline()
                            .page()
                            .map(page -> "Ready: open " + page + " (Ctrl-C stops)")
                            .orElse("Ready (Ctrl-C stops)"));
            service.await();
            return ExitCodes.DONE;
        }
    }

    private FeedSource feeds(Configuration configuration, DataFolder folder)
            throws ConfigurationException {
        boolean ingests = only == null || only == Part.INGEST;
        if (!ingests || (only != null && configuration.feeds().isEmpty())) {
            return new FeedSource.Registry();
        }
        return new FeedSource.File(FeedListFile.checked(configuration, folder));
    }

    private void checkOnly(Configuration configuration) throws ConfigurationException {
        if (only == null) {
            return;
        }
        if (once) {
            throw new ConfigurationException("--once runs the whole pipeline; leave out --only");
        }
        if (configuration.kafka().bootstrap().isEmpty()) {
            throw new ConfigurationException(
                    "--only needs an external Kafka: set kafka.bootstrap (or"
                            + " TOCSIN_KAFKA_BOOTSTRAP)");
        }
        if (only.needsDatabase() && configuration.postgres().url().isEmpty()) {
            throw new ConfigurationException(
                    "this part needs an external PostgreSQL: set postgres.url (or"
                            + " TOCSIN_POSTGRES_URL)");
        }
    }
}
