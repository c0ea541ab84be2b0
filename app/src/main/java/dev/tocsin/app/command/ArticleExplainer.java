package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.enrich.actor.Actor;
import dev.tocsin.enrich.annotate.AnnotationExplainer;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.event.EventType;
import dev.tocsin.enrich.explain.Explainer;
import dev.tocsin.enrich.explain.Explanation;
import dev.tocsin.enrich.place.Place;
import dev.tocsin.enrich.tag.ArticleText;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.text.Reading;
import dev.tocsin.yaml.Keys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Explains whatever of a codebook somebody asks for in one article. */
final class ArticleExplainer {
    private final Codebook codebook;
    private final ArticleText text;
    private final Explainer topics;
    private final AnnotationExplainer annotations;

    ArticleExplainer(Codebook codebook, ArticleText text) {
        this.codebook = codebook;
        this.text = text;
        this.topics = new Explainer(codebook.taxonomy());
        this.annotations =
                new AnnotationExplainer(
                        codebook.annotations(),
                        text.language(),
                        Reading.of(text.title(), text.summary(), text.body()));
    }

    /**
     * One answer.
     *
     * @throws ConfigurationException if there is no such thing, with what was probably meant
     */
    Explanation explain(ExplainFlags.Target target) throws ConfigurationException {
        return switch (target.subject()) {
            case TOPIC -> topics.explain(topic(target), text);
            case EVENT_TYPE -> annotations.events().explain(eventType(target));
            case PLACE -> annotations.places().explain(place(target));
            case ACTOR -> annotations.actors().explain(actor(target));
        };
    }

    private ConflictTopic topic(ExplainFlags.Target target) throws ConfigurationException {
        return find(
                target,
                codebook.taxonomy().conflictTopics(),
                ConflictTopic::slug,
                ConflictTopic::slug,
                _ -> List.of());
    }

    private EventType eventType(ExplainFlags.Target target) throws ConfigurationException {
        return find(
                target,
                codebook.annotations().eventTypes().types(),
                EventType::slug,
                EventType::slug,
                _ -> List.of());
    }

    private Place place(ExplainFlags.Target target) throws ConfigurationException {
        return find(
                target,
                codebook.annotations().gazetteer().all(),
                Place::id,
                Place::name,
                Place::names);
    }

    private Actor actor(ExplainFlags.Target target) throws ConfigurationException {
        return find(
                target,
                codebook.annotations().actors().actors(),
                Actor::id,
                Actor::name,
                Actor::names);
    }

    /** By id, else by English name, else by any name, if that is one thing's alone. */
    private static <T> T find(
            ExplainFlags.Target target,
            List<T> all,
            Function<T, String> id,
            Function<T, String> name,
            Function<T, List<Term>> terms)
            throws ConfigurationException {
        List<Function<T, List<String>>> ways =
                List.of(
                        each -> List.of(id.apply(each)),
                        each -> List.of(name.apply(each)),
                        each -> terms.apply(each).stream().map(Term::text).toList());
        for (Function<T, List<String>> way : ways) {
            List<T> found = matching(all, way, target.name());
            if (found.size() == 1) {
                return found.getFirst();
            }
            if (!found.isEmpty()) {
                throw error(
                        target,
                        "\"%s\" is the name of several: %s"
                                .formatted(target.name(), found.stream().map(id).toList()));
            }
        }
        List<String> known =
                all.stream()
                        .flatMap(each -> Stream.of(id.apply(each), name.apply(each)))
                        .distinct()
                        .toList();
        throw error(target, Keys.unknown(target.kind(), target.name(), known));
    }

    private static ConfigurationException error(ExplainFlags.Target target, String problem) {
        return new ConfigurationException(target.flag() + ": " + problem);
    }

    private static <T> List<T> matching(
            List<T> all, Function<T, List<String>> names, String asked) {
        return all.stream()
                .filter(each -> names.apply(each).stream().anyMatch(asked::equalsIgnoreCase))
                .toList();
    }

    /** All that is found, and what nearly was, by the name of its kind. */
    Map<String, List<Explanation>> explainAll() {
        Map<String, List<Explanation>> all = new LinkedHashMap<>();
        all.put("topics", topics.explainAll(text));
        all.put("eventTypes", annotations.events().explainAll());
        all.put("places", annotations.places().explainAll());
        all.put("actors", annotations.actors().explainAll());
        return all;
    }

    /** The same for machines. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("language", text.language());
        explainAll()
                .forEach((kind, each) ->
                        json.put(kind, each.stream().map(ExplanationText::json).toList()));
        return json;
    }
}
