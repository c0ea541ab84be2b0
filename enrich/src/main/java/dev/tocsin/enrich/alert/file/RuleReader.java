package dev.tocsin.enrich.alert.file;

import dev.tocsin.enrich.alert.Keyword;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermReader;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.VolumeCondition;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one rule. */
final class RuleReader {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final RuleNode node;
    private final KnownNames names;
    private final Set<String> targets;

    RuleReader(RuleNode node, KnownNames names, Set<String> targets) {
        this.node = node;
        this.names = names;
        this.targets = targets;
    }

    /** The rule as far as it can be read, without version. */
    AlertRule read(String id, String origin) {
        RuleKind kind =
                node.value("kind", RuleKind.STORY, RuleKind::of, "story, volume or silence");
        refuseUnknownKeys(kind);
        AlertRule.Builder rule =
                AlertRule.newBuilder()
                        .setId(id)
                        .setName(node.text("name").map(Item::text).orElse(id))
                        .setVersion("")
                        .setEnabled(flag("enabled"))
                        .setOrigin(origin)
                        .setKind(kind.alertKind())
                        .setDelivery(new DeliveryReader(node, targets).read());
        switch (kind) {
            case STORY -> story(rule);
            case VOLUME -> volume(rule);
            case SILENCE -> silence(rule);
        }
        return rule.build();
    }

    private void refuseUnknownKeys(RuleKind kind) {
        node.keys()
                .forEach((key, line) -> {
                    if (!kind.keys().contains(key)) {
                        node.problem(line, unknownKey(key, kind));
                    }
                });
    }

    private static String unknownKey(String key, RuleKind kind) {
        List<String> elsewhere = RuleKind.with(key);
        return elsewhere.isEmpty()
                ? Keys.unknown(key, kind.keys())
                : "\"%s\" says nothing in a rule of kind %s; it belongs to kind %s"
                        .formatted(key, kind.written(), String.join(" or ", elsewhere));
    }

    private void story(AlertRule.Builder rule) {
        rule.setConflictTopics(topics())
                .setConfirmedOnly(flag("confirmed"))
                .setEventTypes(known("events", "event type", names.eventTypes()))
                .setPlaces(places())
                .setSourceClasses(texts("classes"))
                .setPublishers(texts("publishers"))
                .setLanguages(languages())
                .setKeywords(keywords())
                .setMinOrigins(
                        node.value(
                                "origins",
                                1,
                                Written.number(1, 1_000),
                                "a number of independent origins, 1 to 1000"));
    }

    private void volume(AlertRule.Builder rule) {
        VolumeCondition volume =
                new VolumeCondition(
                        node.value(
                                "window",
                                1,
                                Written::hours,
                                "whole hours such as 3h, a week at most"),
                        node.value(
                                "deviations",
                                4.0,
                                Written::deviations,
                                "a number such as 4, 1 to 100"),
                        node.value(
                                "stories", 5, Written.number(1, 100_000), "a number of stories"));
        rule.setConflictTopics(topics()).setConfirmedOnly(flag("confirmed")).setVolume(volume);
    }

    private void silence(AlertRule.Builder rule) {
        rule.setFeeds(texts("feeds")).setPublishers(texts("publishers"));
    }

    private boolean flag(String key) {
        return node.value(key, true, Written::flag, "true or false");
    }

    private List<String> texts(String key) {
        return node.items(key).stream().map(Item::text).distinct().toList();
    }

    private List<String> topics() {
        return known("topics", "conflict topic", names.conflictTopics());
    }

    private List<String> known(String key, String kind, List<String> known) {
        List<String> slugs = new ArrayList<>();
        for (Item item : node.items(key)) {
            if (known.contains(item.text())) {
                slugs.add(item.text());
            } else {
                node.problem(
                        item.line(),
                        Unknown.text(kind, item.text(), known, "one of those that ship"));
            }
        }
        return slugs.stream().distinct().toList();
    }

    private List<String> places() {
        List<String> ids = new ArrayList<>();
        for (Item item : node.items("places")) {
            String id = item.text().toLowerCase(Locale.ROOT);
            if (names.places().contains(id)) {
                ids.add(id);
            } else {
                node.problem(item.line(), unknownPlace(item.text()));
            }
        }
        return ids.stream().distinct().toList();
    }

    private String unknownPlace(String name) {
        return names.placeCalled(name)
                .map(id -> "unknown place \"%s\"; did you mean \"%s\"?".formatted(name, id))
                .orElseGet(() ->
                        Unknown.text(
                                "place",
                                name,
                                names.places(),
                                "an id of the gazetteer such as kharkiv-ua, or the code of a"
                                        + " country such as pl"));
    }

    private List<String> languages() {
        List<String> codes = new ArrayList<>();
        for (Item item : node.items("languages")) {
            if (LANGUAGES.contains(item.text())) {
                codes.add(item.text());
            } else {
                node.problem(item.line(), noLanguage(item.text()));
            }
        }
        return codes.stream().distinct().toList();
    }

    private static String noLanguage(String written) {
        return "\"" + written + "\" is no language; expected ISO 639-1 such as \"en\"";
    }

    private List<String> keywords() {
        YamlNode written = node.node("keywords");
        return switch (written) {
            case null -> List.of();
            case YamlNode.Mapping byLanguage -> keywords(byLanguage);
            case YamlNode plain -> keywords(plain, Term.ANY);
        };
    }

    private List<String> keywords(YamlNode.Mapping byLanguage) {
        List<String> keywords = new ArrayList<>();
        for (YamlNode.Field field : byLanguage.fields()) {
            if (!LANGUAGES.contains(field.key()) && !field.key().equals(Term.ANY)) {
                node.problem(field.line(), noLanguage(field.key()));
            }
            keywords.addAll(keywords(field.value(), field.key()));
        }
        return keywords;
    }

    private List<String> keywords(YamlNode list, String language) {
        List<YamlNode> items =
                list instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(list);
        TermReader reader = new TermReader(node.file());
        List<String> keywords = new ArrayList<>();
        for (YamlNode item : items) {
            try {
                keywords.add(Keyword.written(reader.term(item, language)));
            } catch (YamlException e) {
                node.problem(e);
            }
        }
        return keywords.stream().distinct().toList();
    }
}
