package dev.tocsin.bench.pipeline;

import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.app.embedded.LocalPostgres;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.bench.measure.CpuClock;
import dev.tocsin.enrich.Enrich;
import dev.tocsin.enrich.ahead.ReadAhead;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.topology.StoryStageSettings;
import dev.tocsin.enrich.topology.StreamsSettings;
import dev.tocsin.schemas.KafkaTopicSetup;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.sink.postgres.Database;
import dev.tocsin.sink.postgres.DatabaseAccess;
import dev.tocsin.sink.postgres.Migrations;
import dev.tocsin.sink.postgres.PostgresSink;
import dev.tocsin.sink.postgres.SinkSettings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** The broker, the database and the real parts, with the product's default settings. */
final class Stand implements AutoCloseable {
    /** Both the real stream and the plain loop commit this often. */
    static final Duration COMMIT_INTERVAL = Duration.ofMillis(30);

    /** With one stream thread, the product's default. */
    static final int HELPERS = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 0, 8);

    private final Path folder;
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final RecordSerdes serdes = new RecordSerdes(RecordFormat.of(Optional.empty()));
    private final ArticleEnricher enricher;
    private final Map<String, Object> kafka;
    private final Database database;
    private final Offsets offsets;

    private Stand(Path folder) throws Exception {
        this.folder = folder;
        this.enricher = EnrichAssembly.enricher(Codebook.bundled());
        EmbeddedKafka broker = own(EmbeddedKafka.start(folder.resolve("kafka")));
        this.kafka = Map.of("bootstrap.servers", broker.bootstrap());
        LocalPostgres postgres = own(LocalPostgres.start(folder.resolve("postgres")));
        this.database =
                own(Database.open(new DatabaseAccess(postgres.jdbcUrl(), postgres.user(), "")));
        this.offsets = own(new Offsets(kafka));
    }

    static Stand start(Path folder) throws Exception {
        Stand stand = new Stand(folder);
        KafkaTopicSetup.ensure(stand.kafka, KafkaTopics.DEFAULT_PARTITIONS);
        stand.offsets.create(PlainLoop.INPUT, PlainLoop.OUTPUT);
        Migrations.apply(stand.database.dataSource());
        return stand;
    }

    private <T extends AutoCloseable> T own(T part) {
        owned.push(part);
        return part;
    }

    Enrich startEnrich() {
        StreamsSettings settings =
                new StreamsSettings(kafka, folder.resolve("streams"), 1, COMMIT_INTERVAL);
        Enrich enrich =
                new Enrich(
                        settings,
                        new ReadAhead(HELPERS),
                        serdes.format(),
                        enricher,
                        StoryStageSettings.DEFAULT);
        enrich.start();
        return enrich;
    }

    PostgresSink startSink() {
        PostgresSink sink =
                new PostgresSink(
                        new SinkSettings(kafka),
                        database.dataSource(),
                        serdes,
                        Clock.systemUTC(),
                        () -> {});
        sink.start();
        return sink;
    }

    Map<String, Object> kafka() {
        return kafka;
    }

    RecordFormat format() {
        return serdes.format();
    }

    ArticleEnricher enricher() {
        return enricher;
    }

    Offsets offsets() {
        return offsets;
    }

    Store store() {
        return new Store(database.dataSource());
    }

    /** CPU time of this process, broker and parts included, and of the database server. */
    CpuClock cpu() {
        try {
            Path pidFile = folder.resolve("postgres/data/postmaster.pid");
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return new CpuClock(ProcessHandle.of(pid));
        } catch (IOException e) {
            throw new UncheckedIOException("the database server's process is unknown", e);
        }
    }

    @Override
    public void close() throws Exception {
        while (!owned.isEmpty()) {
            owned.pop().close();
        }
    }
}
