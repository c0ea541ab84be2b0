package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.app.embedded.LocalPostgres;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.schemas.KafkaTopicSetup;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.sink.postgres.DatabaseAccess;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What the parts stand on: Kafka and PostgreSQL, embedded or external. The parts cannot tell which.
 */
public final class Ground implements AutoCloseable {
    private static final int SESSION_MILLIS = 10_000;

    private final Map<String, Object> kafka;
    private final RecordSerdes serdes;
    private final Optional<DatabaseAccess> database;
    private final Deque<AutoCloseable> owned;

    private Ground(
            Map<String, Object> kafka,
            RecordSerdes serdes,
            Optional<DatabaseAccess> database,
            Deque<AutoCloseable> owned) {
        this.kafka = kafka;
        this.serdes = serdes;
        this.database = database;
        this.owned = owned;
    }

    /**
     * Starts what is to be embedded, connects to what is not, and creates missing Kafka topics.
     *
     * @throws RuntimeException with a sentence if something refuses; nothing stays behind
     */
    public static Ground prepare(Configuration configuration, DataFolder folder, Set<Part> parts) {
        Deque<AutoCloseable> owned = new ArrayDeque<>();
        CompletableFuture<Optional<DatabaseAccess>> database =
                CompletableFuture.supplyAsync(
                        () -> database(configuration, folder, parts, owned),
                        task -> Thread.ofPlatform().name("start-postgres").start(task));
        try {
            Map<String, Object> kafka = kafka(configuration, folder, owned);
            createTopics(configuration, kafka);
            RecordFormat format = RecordFormat.of(configuration.kafka().schemaRegistry());
            return new Ground(kafka, new RecordSerdes(format), database.join(), owned);
        } catch (RuntimeException e) {
            database.handle((access, failure) -> Optional.empty()).join();
            closeAll(owned);
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause
                    ? cause
                    : e;
        }
    }

    private static Optional<DatabaseAccess> database(
            Configuration configuration,
            DataFolder folder,
            Set<Part> parts,
            Deque<AutoCloseable> owned) {
        Configuration.Postgres settings = configuration.postgres();
        if (parts.stream().noneMatch(Part::needsDatabase)) {
            return Optional.empty();
        }
        if (settings.url().isPresent()) {
            return Optional.of(
                    new DatabaseAccess(settings.url().get(), settings.user(), settings.password()));
        }
        LocalPostgres postgres = LocalPostgres.start(folder.postgres());
        own(owned, postgres);
        return Optional.of(new DatabaseAccess(postgres.jdbcUrl(), postgres.user(), ""));
    }

    private static Map<String, Object> kafka(
            Configuration configuration, DataFolder folder, Deque<AutoCloseable> owned) {
        Map<String, Object> properties = new HashMap<>(configuration.kafka().properties());
        Optional<String> external = configuration.kafka().bootstrap();
        if (external.isPresent()) {
            properties.put("bootstrap.servers", external.get());
        } else {
            EmbeddedKafka broker = EmbeddedKafka.start(folder.kafka());
            own(owned, broker);
            properties.put("bootstrap.servers", broker.bootstrap());
        }
        return properties;
    }

    private static void createTopics(Configuration configuration, Map<String, Object> kafka) {
        Map<String, Object> impatient = new HashMap<>(kafka);
        impatient.put("default.api.timeout.ms", 20_000);
        impatient.put("request.timeout.ms", 10_000);
        try {
            KafkaTopicSetup.ensure(impatient, configuration.kafka().partitions());
        } catch (KafkaException e) {
            throw new GroundException(
                    "Kafka at %s does not answer or refuses: %s. Check kafka.bootstrap and"
                                    .formatted(kafka.get("bootstrap.servers"), e.getMessage())
                            + " kafka.properties, and that the broker runs.",
                    e);
        }
    }

    private static void own(Deque<AutoCloseable> owned, AutoCloseable part) {
        synchronized (owned) {
            owned.push(part);
        }
    }

    private static void closeAll(Deque<AutoCloseable> owned) {
        synchronized (owned) {
            while (!owned.isEmpty()) {
                Closing.quietly(owned.pop());
            }
        }
    }

    /** Client properties: the bootstrap address and what the operator added. */
    public Map<String, Object> kafka() {
        return Map.copyOf(kafka);
    }

    /**
     * The same for the member of a group. Where Kafka is this process's own, its name survives a
     * restart; elsewhere it has no name, so one that died has to be noticed soon.
     */
    Map<String, Object> kafka(@Nullable String instanceId) {
        Map<String, Object> named = new HashMap<>(kafka);
        if (!isKafkaEmbedded()) {
            named.putIfAbsent("session.timeout.ms", SESSION_MILLIS);
        } else if (instanceId != null) {
            named.put("group.instance.id", instanceId);
        }
        return named;
    }

    boolean isKafkaEmbedded() {
        synchronized (owned) {
            return owned.stream().anyMatch(EmbeddedKafka.class::isInstance);
        }
    }

    /** True if the database belongs to this process. */
    public boolean isDatabaseEmbedded() {
        synchronized (owned) {
            return owned.stream().anyMatch(LocalPostgres.class::isInstance);
        }
    }

    public RecordSerdes serdes() {
        return serdes;
    }

    /** The database; only where a part needs one. */
    public DatabaseAccess database() {
        return database.orElseThrow(() -> new IllegalStateException("no part needs a database"));
    }

    @Override
    public void close() {
        closeAll(owned);
    }
}
