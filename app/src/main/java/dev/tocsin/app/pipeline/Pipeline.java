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
import dev.tocsin.sink.channel.Channels;
import dev.tocsin.sink.postgres.Database;
import dev.tocsin.sink.postgres.DueListener;
import dev.tocsin.sink.postgres.Migrations;
import dev.tocsin.sink.postgres.PostgresSink;
import dev.tocsin.sink.postgres.SinkSettings;
import dev.tocsin.sink.worker.DeliverySweep;
import dev.tocsin.sink.worker.DeliveryWorker;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

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
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final List<Supplier<Health>> healths = new CopyOnWriteArrayList<>();
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
        pipeline.running.push(ground);
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
            targets = TargetsKeeper.start(alerts(folder));
            running.push(targets);
        }
        if (options.parts().stream().anyMatch(Part::readsCodebook)) {
            keepCodebook(codebook);
        }
        if (options.parts().contains(Part.CONSOLE)) {
            startConsole(folder);
        }
        if (options.parts().contains(Part.SINK)) {
            startSink();
        }
        if (options.parts().contains(Part.ENRICH)) {
            startEnrich(folder);
        }
        if (options.parts().contains(Part.INGEST)) {
            startIngest(folder);
        }
    }

    private void openStore() {
        Database database = Database.open(ground.database(), DATABASE_PATIENCE);
        running.push(database);
        Migrations.apply(database.dataSource());
        store = database.dataSource();
    }

    private void keepCodebook(Codebook codebook) {
        CurrentCodebook started = new CurrentCodebook(codebook);
        switch (configuration.taxonomy()) {
            case Configuration.Taxonomy.Shipped _ -> {}
            case Configuration.Taxonomy.Folder folder ->
                    running.push(TaxonomyKeeper.start(folder.path(), started));
            case Configuration.Taxonomy.Published _ -> follow(started);
        }
        current = started;
    }

    private void follow(CurrentCodebook started) {
        TaxonomyFollower follower =
                TaxonomyFollower.start(ground.kafka(), ground.serdes(), started);
        running.push(follower);
        healths.add(follower::health);
    }

    private void startConsole(DataFolder folder) {
        LiveFeed live = new LiveFeed(ground.kafka(), ground.serdes());
        RecordWriter writer = new RecordWriter(ground.kafka(), ground.serdes());
        running.push(writer);
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
        running.push(started);
        live.start();
        running.push(live);
        healths.add(live::health);
        healths.add(() -> Healths.of(store()));
        console = started;
    }

    private Path alerts(DataFolder folder) {
        return configuration.alerts().orElse(folder.alerts());
    }

    private void startSink() {
        DeliveryWorker worker = startDelivery();
        PostgresSink sink =
                new PostgresSink(
                        new SinkSettings(ground.kafka("sink")),
                        store(),
                        ground.serdes(),
                        Clock.systemUTC(),
                        worker::wake);
        sink.start();
        running.push(sink);
        healths.add(() -> Healths.of(sink.health()));
        running.push(
                RateRuleWatch.start(
                        RateRules.inForce(store()),
                        ground.kafka(),
                        ground.serdes(),
                        Clock.systemUTC()));
    }

    private DeliveryWorker startDelivery() {
        Channels channels = DeliveryAssembly.channels(configuration);
        running.push(channels);
        DeliveryWorker worker =
                DeliveryAssembly.worker(configuration, store(), targets().targets(), channels);
        worker.start();
        running.push(worker);
        DeliverySweep sweep = DeliveryAssembly.sweep(configuration, store());
        sweep.start();
        running.push(sweep);
        healths.add(() -> Healths.of(worker.health(), sweep.removed()));
        listen(worker);
        return worker;
    }

    private void listen(DeliveryWorker worker) {
        DueListener listener = new DueListener(ground.database(), worker::wake, Clock.systemUTC());
        listener.start();
        running.push(listener);
    }

    private void startEnrich(DataFolder folder) throws ConfigurationException {
        Enrich enrich =
                EnrichAssembly.assemble(configuration, ground, codebook(), folder.streams());
        enrich.start();
        running.push(enrich);
        keepAlertRules(folder);
        healths.add(() -> Healths.of(enrich.health()));
    }

    private void keepAlertRules(DataFolder folder) throws ConfigurationException {
        running.push(
                AlertRuleKeeper.start(
                        alerts(folder),
                        new Derived<>(codebook()::codebook, EnrichAssembly::alertNames),
                        new AlertRuleRegistry(ground.kafka(), ground.serdes())));
    }

    private void startIngest(DataFolder folder) throws ConfigurationException {
        IngestAssembly.keepFeeds(options.feeds(), ground).ifPresent(running::push);
        EgressClient egress = IngestAssembly.polling(configuration);
        running.push(egress);
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
        running.push(ingest);
        healths.add(() -> Healths.of(ingest.health()));
    }

    /** Whoever polls every feed once and leaves does not wait for hubs. */
    private Optional<WebSub> startWebSub(DataFolder folder, EgressClient egress) {
        if (options.pollAllNow()) {
            return Optional.empty();
        }
        Optional<WebSub> webSub = WebSubAssembly.assemble(configuration, folder, ground, egress);
        webSub.ifPresent(started -> {
            running.push(started);
            started.start();
            healths.add(() -> Healths.of(started));
        });
        return webSub;
    }

    /** How each part is doing. */
    public List<Health> health() {
        return healths.stream().map(Supplier::get).toList();
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
        while (!running.isEmpty()) {
            Closing.quietly(running.pop());
        }
    }
}
