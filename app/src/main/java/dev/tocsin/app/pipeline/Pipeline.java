package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.taxonomy.TaxonomyFollower;
import dev.tocsin.console.Console;
import dev.tocsin.console.ConsoleSources;
import dev.tocsin.console.api.Derived;
import dev.tocsin.console.api.Health;
import dev.tocsin.console.live.LiveFeed;
import dev.tocsin.console.record.RecordWriter;
import dev.tocsin.egress.EgressClient;
import dev.tocsin.enrich.Enrich;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CurrentCodebook;
import dev.tocsin.ingest.Ingest;
import dev.tocsin.ingest.push.WebSub;
import dev.tocsin.sink.postgres.Database;
import dev.tocsin.sink.postgres.Migrations;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * The parts at work: ingest, enrich, sink and console on one {@link Ground}. They meet in Kafka and
 * in the tables that the sink owns, and nowhere else, so any of them may run in another process.
 */
public final class Pipeline implements AutoCloseable {
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);

    private final Configuration configuration;
    private final Ground ground;
    private final PipelineOptions options;
    private final Running running = new Running();
    private @Nullable DataSource store;
    private @Nullable CurrentCodebook current;
    private @Nullable TargetsKeeper targets;
    private @Nullable Console console;

    private Pipeline(Configuration configuration, Ground ground, PipelineOptions options) {
        this.configuration = configuration;
        this.ground = ground;
        this.options = options;
    }

    /**
     * Starts the parts; what was started is stopped again if one of them refuses.
     *
     * @throws ConfigurationException if feeds or taxonomy cannot be read
     * @throws RuntimeException with a sentence if Kafka, the database or the port refuses
     */
    public static Pipeline start(
            Configuration configuration, DataFolder folder, PipelineOptions options)
            throws ConfigurationException {
        Codebook codebook = EnrichAssembly.firstCodebook(configuration);
        Beforehand.check(configuration, options.parts(), DATABASE_PATIENCE);
        Ground ground = Ground.prepare(configuration, folder, options.parts());
        Pipeline pipeline = new Pipeline(configuration, ground, options);
        pipeline.running.add(ground);
        try {
            pipeline.startParts(folder, codebook);
            return pipeline;
        } catch (ConfigurationException | RuntimeException e) {
            pipeline.close();
            throw e;
        }
    }

    private void startParts(DataFolder folder, Codebook codebook) throws ConfigurationException {
        if (options.parts().stream().anyMatch(Part::needsDatabase)) {
            openStore();
        }
        if (options.parts().contains(Part.SINK)) {
            targets = running.add(TargetsKeeper.start(alerts(folder)));
        }
        if (options.parts().stream().anyMatch(Part::readsCodebook)) {
            keepCodebook(codebook);
        }
        if (options.parts().contains(Part.CONSOLE)) {
            startConsole(folder);
        }
        if (options.parts().contains(Part.SINK)) {
            SinkAssembly.start(configuration, ground, store(), targets().targets(), running);
        }
        if (options.parts().contains(Part.ENRICH)) {
            startEnrich(folder);
        }
        if (options.parts().contains(Part.INGEST)) {
            startIngest(folder);
        }
    }

    private void openStore() {
        Database database = running.add(Database.open(ground.database(), DATABASE_PATIENCE));
        Migrations.apply(database.dataSource());
        store = database.dataSource();
    }

    private void keepCodebook(Codebook codebook) {
        CurrentCodebook started = new CurrentCodebook(codebook);
        switch (configuration.taxonomy()) {
            case Configuration.Taxonomy.Shipped _ -> {}
            case Configuration.Taxonomy.Folder folder -> {
                TaxonomyKeeper keeper = running.add(TaxonomyKeeper.start(folder.path(), started));
                running.watch(keeper::health);
            }
            case Configuration.Taxonomy.Published _ -> follow(started);
        }
        current = started;
    }

    private void follow(CurrentCodebook started) {
        TaxonomyFollower follower =
                running.add(TaxonomyFollower.start(ground.kafka(), ground.serdes(), started));
        running.watch(follower::health);
    }

    private void startConsole(DataFolder folder) {
        LiveFeed live = new LiveFeed(ground.kafka(), ground.serdes());
        RecordWriter writer = running.add(new RecordWriter(ground.kafka(), ground.serdes()));
        Console started =
                new Console(
                        ConsoleAssembly.settings(configuration, options.banner()),
                        new ConsoleSources(
                                store(),
                                this::health,
                                new Derived<>(codebook()::codebook, EnrichAssembly::vocabulary),
                                ConsoleAssembly.targetNames(
                                        Optional.ofNullable(targets), alerts(folder)),
                                live,
                                writer,
                                Clock.systemUTC()));
        started.start();
        running.add(started);
        live.start();
        running.add(live);
        running.watch(live::health);
        running.watch(() -> Healths.of(store()));
        console = started;
    }

    private Path alerts(DataFolder folder) {
        return configuration.alerts().orElse(folder.alerts());
    }

    private void startEnrich(DataFolder folder) throws ConfigurationException {
        Enrich enrich =
                EnrichAssembly.assemble(configuration, ground, codebook(), folder.streams());
        enrich.start();
        running.add(enrich);
        keepAlertRules(folder);
        running.watch(() -> Healths.of(enrich.health()));
    }

    private void keepAlertRules(DataFolder folder) throws ConfigurationException {
        running.add(
                AlertRuleKeeper.start(
                        alerts(folder),
                        new Derived<>(codebook()::codebook, EnrichAssembly::alertNames),
                        new AlertRuleRegistry(ground.kafka(), ground.serdes())));
    }

    private void startIngest(DataFolder folder) throws ConfigurationException {
        IngestAssembly.keepFeeds(options.feeds(), ground).ifPresent(running::add);
        EgressClient egress = running.add(IngestAssembly.polling(configuration));
        Optional<WebSub> webSub = startWebSub(folder, egress);
        Ingest ingest =
                IngestAssembly.assemble(
                        configuration,
                        ground,
                        egress,
                        webSub,
                        options.pollAllNow(),
                        options.listener());
        ingest.start();
        running.add(ingest);
        running.watch(() -> Healths.of(ingest.health()));
    }

    /** Whoever polls every feed once and leaves does not wait for hubs. */
    private Optional<WebSub> startWebSub(DataFolder folder, EgressClient egress) {
        if (options.pollAllNow()) {
            return Optional.empty();
        }
        Optional<WebSub> webSub = WebSubAssembly.assemble(configuration, folder, ground, egress);
        webSub.ifPresent(started -> {
            running.add(started);
            started.start();
            running.watch(() -> Healths.of(started));
        });
        return webSub;
    }

    /** How each part is doing. */
    public List<Health> health() {
        return running.health();
    }

    /** The address of the page, if the console is among the parts. */
    public Optional<String> page() {
        return Optional.ofNullable(console)
                .map(listening -> "http://localhost:" + listening.port());
    }

    /** What the parts stand on. */
    public Ground ground() {
        return ground;
    }

    /** The database; only where a part needs one. */
    public DataSource store() {
        DataSource open = store;
        if (open == null) {
            throw new IllegalStateException("no part needs a database");
        }
        return open;
    }

    private CurrentCodebook codebook() {
        return Objects.requireNonNull(current, "no part reads articles");
    }

    private TargetsKeeper targets() {
        return Objects.requireNonNull(targets, "no part tells people");
    }

    /** Stops the parts, the last started first. */
    @Override
    public void close() {
        running.close();
    }
}
