package dev.tocsin.enrich.alert.file;

import dev.tocsin.schemas.AlertKind;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rule can be about, and the keys that it then may have. */
enum RuleKind {
    STORY(
            AlertKind.STORY,
            "topics",
            "events",
            "places",
            "classes",
            "publishers",
            "languages",
            "keywords",
            "origins",
            "confirmed",
            "updates"),
    VOLUME(AlertKind.VOLUME, "topics", "confirmed", "window", "deviations", "stories", "all-clear"),
    SILENCE(AlertKind.FEED_SILENCE, "feeds", "publishers", "all-clear");

    private static final List<String> EVERYWHERE =
            List.of("name", "enabled", "kind", "to", "cooldown", "quiet", "digest", "at-most");

    private final AlertKind alertKind;
    private final List<String> own;

    RuleKind(AlertKind alertKind, String... own) {
        this.alertKind = alertKind;
        this.own = List.of(own);
    }

    AlertKind alertKind() {
        return alertKind;
    }

    List<String> keys() {
        return Stream.concat(EVERYWHERE.stream(), own.stream()).toList();
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RuleKind> of(String written) {
        return Arrays.stream(values()).filter(each -> each.written().equals(written)).findFirst();
    }

    /** The kinds whose rules have such a key. */
    static List<String> with(String key) {
        return Arrays.stream(values())
                .filter(each -> each.own.contains(key))
                .map(RuleKind::written)
                .toList();
    }
}
