package dev.tocsin.app.config;

import dev.tocsin.sink.postgres.OldDeliveries;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a {@link Configuration} of the file, the environment and the flags. The defaults stand here
 * and nowhere else; docs/configuration.md lists them.
 */
public final class ConfigurationReader {
    private static final int MAX_PORT = 65_535;
    private static final int MOST_HELPERS_UNASKED = 8;
    private static final int SHORTEST_SECRET = 32;

    /** A folder of this name is written {@code ./kafka}. */
    private static final String PUBLISHED = "kafka";

    private final SettingSources sources = new SettingSources();

    /** Reads the file; later calls count more. */
    public ConfigurationReader file(Path path) throws ConfigurationException {
        sources.file(path);
        return this;
    }

    /** Takes every variable that begins with TOCSIN_; one that is no setting is an error. */
    public ConfigurationReader environment(Map<String, String> environment)
            throws ConfigurationException {
        sources.environment(environment);
        return this;
    }

    /** Takes a command-line flag; nothing happens if it was not given. */
    public ConfigurationReader flag(String setting, String flag, List<String> texts) {
        if (!texts.isEmpty()) {
            sources.flag(setting, flag, texts);
        }
        return this;
    }

    /** The configuration, checked. */
    public Configuration read() throws ConfigurationException {
        return new Configuration(
                Path.of(text("data").orElse(".tocsin")),
                file("feeds"),
                taxonomy(),
                file("alerts"),
                console(),
                kafka(),
                postgres(),
                polling(),
                egress(),
                webSub(),
                enrich(),
                stories(),
                deliveries());
    }

    private Configuration.Enrich enrich() throws ConfigurationException {
        int threads = number("enrich.threads", 1, 1, 256);
        int idle = Runtime.getRuntime().availableProcessors() - threads;
        return new Configuration.Enrich(
                threads,
                number("enrich.helpers", Math.clamp(idle, 0, MOST_HELPERS_UNASKED), 0, 256),
                duration("enrich.commit-interval", Duration.ofMillis(30)));
    }

    private Configuration.Stories stories() throws ConfigurationException {
        Duration window = duration("stories.window", Duration.ofHours(72));
        if (window.isZero()) {
            throw new ConfigurationException("stories.window must be longer than nothing");
        }
        return new Configuration.Stories(
                window,
                number("stories.most-articles", 300_000, 1, 10_000_000),
                number("stories.partitions", 1, 1, 1_000),
                duration("stories.alert-age", Duration.ofHours(48)));
    }

    private Configuration.Deliveries deliveries() throws ConfigurationException {
        Duration keep = duration("deliveries.keep", Duration.ofDays(90));
        if (keep.compareTo(OldDeliveries.LEAST_KEPT) < 0) {
            throw sources.find("deliveries.keep")
                    .orElseThrow()
                    .error(
                            "expected at least %dd, as cooldowns of rules look back as far"
                                    .formatted(OldDeliveries.LEAST_KEPT.toDays()));
        }
        return new Configuration.Deliveries(keep);
    }

    private Configuration.Console console() throws ConfigurationException {
        return new Configuration.Console(
                text("console.bind").orElse("127.0.0.1"),
                number("console.port", 8080, 0, MAX_PORT),
                texts("console.hosts"));
    }

    private Configuration.Kafka kafka() throws ConfigurationException {
        Optional<Setting> registry = sources.find("kafka.schema-registry");
        Optional<URI> address =
                registry.isEmpty()
                        ? Optional.empty()
                        : Optional.of(SettingTypes.url(registry.get()));
        return new Configuration.Kafka(
                joined("kafka.bootstrap"),
                number("kafka.partitions", 4, 1, 10_000),
                address,
                sources.kafkaProperties());
    }

    private Configuration.Postgres postgres() throws ConfigurationException {
        Optional<Setting> url = sources.find("postgres.url");
        if (url.isPresent() && !url.get().text().startsWith("jdbc:postgresql:")) {
            throw url.get().error("expected an address such as jdbc:postgresql://host:5432/tocsin");
        }
        return new Configuration.Postgres(
                text("postgres.url"), text("postgres.user").orElse("tocsin"), password());
    }

    private String password() throws ConfigurationException {
        Optional<Setting> file = sources.find("postgres.password-file");
        if (file.isEmpty()) {
            return text("postgres.password").orElse("");
        }
        return content(file.get(), "expected a file with the password in it");
    }

    private Configuration.Polling polling() throws ConfigurationException {
        Duration interval = duration("polling.interval", Duration.ofMinutes(15));
        Duration shortest = duration("polling.shortest", Duration.ofMinutes(5));
        Duration longest = duration("polling.longest", Duration.ofHours(24));
        if (shortest.isZero()) {
            throw new ConfigurationException("polling.shortest must be longer than nothing");
        }
        if (interval.isZero() || longest.compareTo(interval) < 0) {
            throw new ConfigurationException(
                    "polling.interval (%s) must be longer than nothing and at most polling.longest (%s)"
                            .formatted(interval, longest));
        }
        return new Configuration.Polling(
                interval,
                shortest,
                longest,
                duration("polling.host-spacing", Duration.ofSeconds(2)),
                number("polling.concurrency", 64, 1, 100_000));
    }

    private Configuration.Egress egress() throws ConfigurationException {
        Optional<Setting> size = sources.find("egress.max-bytes");
        return new Configuration.Egress(
                blocks("egress.allow"),
                duration("egress.deadline", Duration.ofSeconds(30)),
                size.isEmpty() ? 10 << 20 : SettingTypes.bytes(size.get()),
                text("egress.contact"));
    }

    private Configuration.WebSub webSub() throws ConfigurationException {
        Optional<Setting> callback = sources.find("websub.callback");
        Optional<Setting> secretFile = sources.find("websub.secret-file");
        if (callback.isPresent()
                && secretFile.isEmpty()
                && sources.find("kafka.bootstrap").isPresent()) {
            throw callback.get()
                    .error(
                            "with an external Kafka, set websub.secret-file too: all ingest"
                                    + " processes have to know the same secret");
        }
        return new Configuration.WebSub(
                callback.isEmpty()
                        ? Optional.empty()
                        : Optional.of(SettingTypes.callback(callback.get())),
                text("websub.bind").orElse("127.0.0.1"),
                number("websub.port", 8088, 0, MAX_PORT),
                secretFile.isEmpty() ? Optional.empty() : Optional.of(secret(secretFile.get())));
    }

    private static String secret(Setting file) throws ConfigurationException {
        String secret = content(file, "expected a file with a secret in it");
        if (secret.length() >= SHORTEST_SECRET) {
            return secret;
        }
        throw file.error(
                "expected at least %d characters in it, such as openssl rand -hex 32 prints"
                        .formatted(SHORTEST_SECRET));
    }

    private static String content(Setting file, String expected) throws ConfigurationException {
        Path path = Path.of(file.text());
        try {
            return Files.readString(path).strip();
        } catch (NoSuchFileException e) {
            throw file.error(expected + "; there is no such file");
        } catch (AccessDeniedException e) {
            throw file.error(expected + "; this user may not read it");
        } catch (CharacterCodingException e) {
            throw file.error(expected + "; it is not UTF-8");
        } catch (IOException e) {
            String reason = Files.isDirectory(path) ? "it is a folder" : e.getMessage();
            throw file.error(expected + "; " + reason);
        }
    }

    private Optional<Path> file(String name) throws ConfigurationException {
        Optional<Setting> setting = sources.find(name);
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        Path path = Path.of(setting.get().text());
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw setting.get().error("expected a file that can be read");
        }
        return Optional.of(path);
    }

    private Configuration.Taxonomy taxonomy() throws ConfigurationException {
        Optional<Setting> setting = sources.find("taxonomy");
        if (setting.isEmpty()) {
            return new Configuration.Taxonomy.Shipped();
        }
        String written = setting.get().text();
        if (written.equals(PUBLISHED)) {
            return new Configuration.Taxonomy.Published();
        }
        Path path = Path.of(written);
        if (!Files.isDirectory(path)) {
            throw setting.get()
                    .error("expected a folder, or kafka for the one that is published there");
        }
        return new Configuration.Taxonomy.Folder(path);
    }

    private Optional<String> text(String name) throws ConfigurationException {
        Optional<Setting> setting = sources.find(name);
        return setting.isEmpty() ? Optional.empty() : Optional.of(setting.get().text());
    }

    private Optional<String> joined(String name) {
        return sources.find(name).map(setting -> String.join(",", setting.texts()));
    }

    private List<String> texts(String name) {
        return sources.find(name).map(Setting::texts).orElse(List.of());
    }

    private List<String> blocks(String name) throws ConfigurationException {
        Optional<Setting> setting = sources.find(name);
        return setting.isEmpty() ? List.of() : SettingTypes.blocks(setting.get());
    }

    private int number(String name, int otherwise, int least, int most)
            throws ConfigurationException {
        Optional<Setting> setting = sources.find(name);
        return setting.isEmpty() ? otherwise : SettingTypes.number(setting.get(), least, most);
    }

    private Duration duration(String name, Duration otherwise) throws ConfigurationException {
        Optional<Setting> setting = sources.find(name);
        return setting.isEmpty() ? otherwise : SettingTypes.duration(setting.get());
    }
}
