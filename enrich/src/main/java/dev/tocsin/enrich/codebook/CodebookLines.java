package dev.tocsin.enrich.codebook;

import dev.tocsin.enrich.actor.Actor;
import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.enrich.event.EventType;
import dev.tocsin.enrich.place.Place;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Term;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A codebook as lines by piece, each line one thing that the piece says. */
final class CodebookLines {
    private final SortedMap<String, SortedSet<String>> byPiece = new TreeMap<>();

    private CodebookLines() {}

    static SortedMap<String, SortedSet<String>> of(Codebook codebook) {
        CodebookLines lines = new CodebookLines();
        lines.topics(codebook);
        lines.annotations(codebook.annotations());
        return lines.byPiece;
    }

    private void topics(Codebook codebook) {
        codebook.taxonomy().conflictTopics().forEach(this::topic);
        terms("shared words of conflict topics", "context", codebook.taxonomy().context());
        terms("shared words of conflict topics", "exclusion", codebook.taxonomy().exclusions());
        terms("shared words of conflict topics", "mask", codebook.taxonomy().masks());
    }

    private void topic(ConflictTopic topic) {
        String piece = "conflict topic " + topic.slug();
        names(piece, topic.names());
        add(piece, "scope " + topic.scope());
        topic.starts().ifPresent(day -> add(piece, "starts " + day));
        topic.ids().forEach((scheme, id) -> add(piece, "id " + scheme + " " + id));
        terms(piece, "strong", topic.strong());
        terms(piece, "weak", topic.weak());
        terms(piece, "context", topic.context());
        terms(piece, "exclusion", topic.exclusions());
        topic.pairs()
                .forEach(pair ->
                        add(
                                piece,
                                "pair %s with %s within %d%s"
                                        .formatted(
                                                texts(pair.first()),
                                                texts(pair.second()),
                                                pair.within(),
                                                pair.needsContext() ? " in context" : "")));
    }

    private void annotations(AnnotationData data) {
        data.eventTypes().types().forEach(this::eventType);
        terms("shared words of event types", "exclusion", data.eventTypes().exclusions());
        data.gazetteer().all().forEach(this::place);
        terms("namesakes of places", "phrase", data.gazetteer().namesakes().phrases());
        words("person name", data.gazetteer().namesakes().personNames());
        words("title", data.gazetteer().namesakes().titles());
        words("state sign", data.gazetteer().namesakes().stateSigns());
        data.actors().actors().forEach(this::actor);
    }

    private void eventType(EventType type) {
        String piece = "event type " + type.slug();
        names(piece, type.names());
        add(piece, "scope " + type.scope());
        type.yieldsTo().forEach(other -> add(piece, "yields to " + other));
        type.plover().forEach(code -> add(piece, "plover " + code));
        type.acled().forEach(code -> add(piece, "acled " + code));
        terms(piece, "strong", type.strong());
        terms(piece, "weak", type.weak());
        terms(piece, "exclusion", type.exclusions());
        type.pairs()
                .forEach(pair ->
                        add(
                                piece,
                                "pair %s with %s within %d"
                                        .formatted(
                                                texts(pair.first()),
                                                texts(pair.second()),
                                                pair.within())));
    }

    private void place(Place place) {
        String piece = "place " + place.id();
        add(piece, "name " + place.name());
        add(piece, "kind " + place.kind());
        place.point().ifPresent(at -> add(piece, "at " + at.latitude() + ", " + at.longitude()));
        terms(piece, "called", place.names());
    }

    private void actor(Actor actor) {
        String piece = "actor " + actor.id();
        add(piece, "name " + actor.name());
        add(piece, "kind " + actor.kind());
        actor.country().ifPresent(country -> add(piece, "country " + country));
        terms(piece, "called", actor.names());
    }

    private void names(String piece, Map<String, String> names) {
        names.forEach((language, name) -> add(piece, "name %s %s".formatted(language, name)));
    }

    private void words(String role, Collection<String> words) {
        words.forEach(word -> add("namesakes of places", role + " " + word));
    }

    private void terms(String piece, String role, Collection<Term> terms) {
        terms.forEach(term -> add(piece, role + " " + text(term)));
    }

    private static String texts(Collection<Term> terms) {
        return terms.stream().map(CodebookLines::text).sorted().toList().toString();
    }

    private static String text(Term term) {
        String language = term.language().equals(Term.ANY) ? "" : " (" + term.language() + ")";
        return "\"" + term.text() + (term.caseSensitive() ? "!" : "") + "\"" + language;
    }

    private void add(String piece, String line) {
        byPiece.computeIfAbsent(piece, _ -> new TreeSet<>()).add(line);
    }
}
