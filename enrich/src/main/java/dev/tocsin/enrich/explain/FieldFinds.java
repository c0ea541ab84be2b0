package dev.tocsin.enrich.explain;

import dev.tocsin.enrich.match.Entry;
import dev.tocsin.enrich.match.FieldHits;
import dev.tocsin.enrich.match.Hit;
import dev.tocsin.enrich.match.Matcher;
import dev.tocsin.enrich.match.Role;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What one field holds of a topic: hits that stand, and hits that a longer phrase hides. */
final class FieldFinds {
    private final String name;
    private final int conflict;
    private final FieldHits kept;
    private final FieldHits all;

    FieldFinds(String name, int conflict, Matcher matcher, String language, String text) {
        this.name = name;
        this.conflict = conflict;
        this.kept = matcher.match(language, text);
        this.all = matcher.matchUnmasked(language, text);
    }

    /** Hits of the topic in that role. */
    List<Hit> hits(Role role) {
        return kept.hits().stream().filter(own(role)).toList();
    }

    /** The topic's names as they stand in the text. */
    List<String> names() {
        return all.hits().stream()
                .filter(hit -> hit.entry().conflict() == conflict && isName(hit))
                .map(all::matched)
                .distinct()
                .toList();
    }

    /** Words that speak of war, shared or the topic's own. */
    List<Hit> context() {
        return kept.hits().stream()
                .filter(hit -> hit.entry().role() == Role.CONTEXT)
                .filter(hit ->
                        hit.entry().conflict() == Entry.SHARED
                                || hit.entry().conflict() == conflict)
                .toList();
    }

    /** Words of other worlds. */
    List<Hit> exclusions() {
        return kept.hits().stream().filter(hit -> hit.entry().role() == Role.EXCLUSION).toList();
    }

    /** Names of the topic that a longer phrase hides. */
    List<Hit> hidden() {
        return all.hits().stream()
                .filter(hit -> hit.entry().conflict() == conflict && isName(hit))
                .filter(hit -> !kept.hits().contains(hit))
                .toList();
    }

    /** The longer phrase around a hidden hit. */
    Optional<Hit> hider(Hit hidden) {
        return all.hits().stream()
                .filter(hit -> !hit.equals(hidden))
                .filter(hit -> hit.first() <= hidden.first() && hit.last() >= hidden.last())
                .filter(hit ->
                        hit.entry().role() == Role.MASK || hit.entry().conflict() != conflict)
                .findFirst();
    }

    /** The word as it stands in the text, with the field's name. */
    String quoted(Hit hit) {
        return "“" + all.matched(hit) + "” (" + name + ")";
    }

    private Predicate<Hit> own(Role role) {
        return hit -> hit.entry().conflict() == conflict && hit.entry().role() == role;
    }

    private static boolean isName(Hit hit) {
        Role role = hit.entry().role();
        return role != Role.CONTEXT && role != Role.EXCLUSION && role != Role.MASK;
    }

    /** Words from one hit to the other; 0 if they overlap. */
    static int distance(Hit one, Hit other) {
        if (one.first() > other.last()) {
            return one.first() - other.last();
        }
        return Math.max(0, other.first() - one.last());
    }
}
