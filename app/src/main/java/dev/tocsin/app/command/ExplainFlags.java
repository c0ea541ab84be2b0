package dev.tocsin.app.command;

import dev.tocsin.enrich.explain.Explanation;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Optional;

/** What is asked for; at most one. */
final class ExplainFlags {
    @Option(names = "--topic", paramLabel = "SLUG", description = "A conflict topic.")
    private @Nullable String topic;

    @Option(names = "--event-type", paramLabel = "SLUG", description = "An event type.")
    private @Nullable String eventType;

    @Option(
            names = "--place",
            paramLabel = "ID",
            description = "A place or country: id, ISO 3166-1 code or English name.")
    private @Nullable String place;

    @Option(names = "--actor", paramLabel = "ID", description = "An actor: id or English name.")
    private @Nullable String actor;

    /**
     * @param name as written
     */
    record Target(Explanation.Subject subject, String flag, String kind, String name) {}

    Optional<Target> target() {
        if (topic != null) {
            return target(Explanation.Subject.TOPIC, "--topic", "topic", topic);
        }
        if (eventType != null) {
            return target(Explanation.Subject.EVENT_TYPE, "--event-type", "event type", eventType);
        }
        if (place != null) {
            return target(Explanation.Subject.PLACE, "--place", "place", place);
        }
        return actor == null
                ? Optional.empty()
                : target(Explanation.Subject.ACTOR, "--actor", "actor", actor);
    }

    private static Optional<Target> target(
            Explanation.Subject subject, String flag, String kind, String name) {
        return Optional.of(new Target(subject, flag, kind, name));
    }
}
