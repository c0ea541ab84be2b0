package dev.tocsin.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be set, checked and with its defaults filled in. Feeds and taxonomy are data
 * in files of their own; here stands only where they are.
 *
 * @param data folder of this instance
 * @param feeds feed list in force; empty: the one in the data folder
 * @param taxonomy what articles are read by
 * @param alerts file of alert rules and targets; empty: the one in the data folder, if there is one
 */
public record Configuration(
        Path data,
        Optional<Path> feeds,
        Taxonomy taxonomy,
        Optional<Path> alerts,
        Console console,
        Kafka kafka,
        Postgres postgres,
        Polling polling,
        Egress egress,
        WebSub webSub,
        Enrich enrich,
        Stories stories,
        Deliveries deliveries) {

    /** Where the taxonomy is. */
    public sealed interface Taxonomy {
        /** The one that comes with the program. */
        record Shipped() implements Taxonomy {}

        /** A folder, read again when a file in it changes. */
        record Folder(Path path) implements Taxonomy {}

        /** The newest version on Kafka, which all processes share. */
        record Published() implements Taxonomy {}
    }

    /**
     * @param bind address to listen on
     * @param port 0 for any free one
     * @param hosts names under which browsers may reach the page beside localhost
     */
    public record Console(String bind, int port, List<String> hosts) {
        public Console {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * @param bootstrap addresses of a cluster; empty: a broker in this process
     * @param partitions for Kafka topics that have to be created
     * @param schemaRegistry address; empty: Avro single-object encoding, no registry
     * @param properties handed to every Kafka client as they are; may hold secrets
     */
    public record Kafka(
            Optional<String> bootstrap,
            int partitions,
            Optional<URI> schemaRegistry,
            Map<String, String> properties) {
        public Kafka {
            properties = Map.copyOf(properties);
        }

        @Override
        public String toString() {
            return "Kafka[bootstrap=%s, partitions=%d, schemaRegistry=%s, properties=%s]"
                    .formatted(bootstrap, partitions, schemaRegistry, properties.keySet());
        }
    }

    /**
     * @param url JDBC URL; empty: a server beside this process
     */
    public record Postgres(Optional<String> url, String user, String password) {
        @Override
        public String toString() {
            return "Postgres[url=%s, user=%s, password=***]"
                    .formatted(url.isPresent() ? "***" : "embedded", user);
        }
    }

    /**
     * @param interval between two polls of a healthy feed
     * @param shortest no feed is polled more often, unless the interval is shorter
     * @param longest no feed waits longer
     * @param hostSpacing pause between two requests to one host
     * @param concurrency fetches under way at once
     */
    public record Polling(
            Duration interval,
            Duration shortest,
            Duration longest,
            Duration hostSpacing,
            int concurrency) {}

    /**
     * @param allow address blocks that are open although they are not public
     * @param deadline for one exchange in total
     * @param maxBytes of a document after inflation
     * @param contact where publishers can complain, part of the user agent
     */
    public record Egress(
            List<String> allow, Duration deadline, long maxBytes, Optional<String> contact) {
        public Egress {
            allow = List.copyOf(allow);
        }
    }

    /**
     * @param callback public address below which hubs reach the callback; empty: no WebSub
     * @param bind address that the callback listens on
     * @param port 0 for any free one
     * @param secret of the whole cluster; empty: one of this data folder
     */
    public record WebSub(Optional<URI> callback, String bind, int port, Optional<String> secret) {
        /** Switched off. */
        public static final WebSub OFF =
                new WebSub(Optional.empty(), "127.0.0.1", 0, Optional.empty());

        @Override
        public String toString() {
            return "WebSub[callback=%s, bind=%s, port=%d, secret=***]"
                    .formatted(callback, bind, port);
        }
    }

    /**
     * @param threads stream threads
     * @param helpers threads that read texts before their turn, for all stream threads together
     * @param commitInterval the longest a tagged article waits before it is visible
     */
    public record Enrich(int threads, int helpers, Duration commitInterval) {}

    /**
     * @param window age after which an article is no longer held against new ones
     * @param mostArticles number after which the oldest is not either
     * @param partitions 1: all articles are held against each other; more: those of a language
     * @param alertAge older articles raise no alert
     */
    public record Stories(Duration window, int mostArticles, int partitions, Duration alertAge) {}

    /**
     * @param keep how long deliveries stay in their table after they were delivered or parked
     */
    public record Deliveries(Duration keep) {}
}
