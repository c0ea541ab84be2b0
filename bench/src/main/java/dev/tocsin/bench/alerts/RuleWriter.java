package dev.tocsin.bench.alerts;

import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.enrich.event.EventType;
import dev.tocsin.enrich.place.Place;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.TaggedArticle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Invents rules as editors write them: one to three conflict topics; event types in half of them,
 * places in a third, a language in a fifth, two to four keywords in a third; one to three origins.
 */
final class RuleWriter {
    private final SplittableRandom random;
    private final List<String> topics;
    private final List<String> eventTypes;
    private final List<String> places;
    private final List<String> words;

    RuleWriter(long seed, Taxonomy taxonomy, AnnotationData data, List<TaggedArticle> articles) {
        this.random = new SplittableRandom(seed);
        this.topics = taxonomy.conflictTopics().stream().map(ConflictTopic::slug).toList();
        this.eventTypes = data.eventTypes().types().stream().map(EventType::slug).toList();
        this.places =
                Stream.concat(
                                data.gazetteer().countries().stream(),
                                data.gazetteer().places().stream())
                        .map(Place::id)
                        .toList();
        this.words =
                articles.stream()
                        .flatMap(article -> Stream.of(article.getSummary().split("\\W+", -1)))
                        .filter(word -> word.length() > 3)
                        .distinct()
                        .sorted()
                        .toList();
    }

    List<AlertRule> rules(int count) {
        List<AlertRule> rules = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            rules.add(rule(number).setConflictTopics(some(topics, 3)).build());
        }
        return rules;
    }

    /** The first rules as they are, and others about conflicts that no article tells of. */
    List<AlertRule> idle(List<AlertRule> first, int count) {
        List<AlertRule> rules = new ArrayList<>(first);
        for (int number = first.size(); number < count; number++) {
            rules.add(rule(number).setConflictTopics(List.of("war-" + number)).build());
        }
        return rules;
    }

    /**
     * Rules that ask for a tag and nothing else, so that each of them is about all that happens.
     */
    List<AlertRule> loud(int count) {
        List<AlertRule> rules = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            rules.add(
                    rule(number)
                            .setConflictTopics(topics)
                            .setEventTypes(List.of())
                            .setPlaces(List.of())
                            .setLanguages(List.of())
                            .setKeywords(List.of())
                            .setMinOrigins(1)
                            .build());
        }
        return rules;
    }

    private AlertRule.Builder rule(int number) {
        return AlertRule.newBuilder()
                .setId("rule-" + number)
                .setName("Rule " + number)
                .setVersion("1")
                .setKind(AlertKind.STORY)
                .setEventTypes(oneIn(2) ? some(eventTypes, 2) : List.of())
                .setPlaces(oneIn(3) ? some(places, 4) : List.of())
                .setLanguages(oneIn(5) ? some(List.of("en", "fr", "es", "ru", "ar"), 2) : List.of())
                .setKeywords(oneIn(3) ? keywords() : List.of())
                .setMinOrigins(1 + random.nextInt(3))
                .setDelivery(AlertDelivery.newBuilder().setTargets(List.of("desk")).build());
    }

    private List<String> keywords() {
        return Stream.generate(this::keyword).limit(2 + random.nextInt(3)).distinct().toList();
    }

    /** A word of the texts, or a phrase that few of them have. */
    private String keyword() {
        return oneIn(3) ? any(words) : any(words) + " " + any(words);
    }

    private boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    private List<String> some(List<String> list, int most) {
        return Stream.generate(() -> any(list)).limit(1 + random.nextInt(most)).distinct().toList();
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
