package dev.tocsin.enrich.lint;

import dev.tocsin.enrich.match.Entry;
import dev.tocsin.enrich.match.FieldHits;
import dev.tocsin.enrich.match.Hit;
import dev.tocsin.enrich.match.Matcher;
import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Looks for every term in the term itself, with the very automaton that reads articles. */
final class TermChecks {
    /** An ending that no word has, so that a beginning is not taken for one particular word. */
    private static final String ENDING = "qx";

    private final Matcher matcher;
    private final List<String> slugs;
    private final Map<ListedKey, ListedTerm> listed = new HashMap<>();

    /** What a hit knows of the place where its term is written. */
    private record ListedKey(String topic, Role role, Object term) {}

    TermChecks(Taxonomy taxonomy, List<ListedTerm> terms) {
        this.matcher = Matcher.compile(taxonomy);
        this.slugs = taxonomy.conflictTopics().stream().map(ConflictTopic::slug).toList();
        for (ListedTerm term : terms) {
            listed.putIfAbsent(new ListedKey(term.topic(), term.role(), term.term()), term);
        }
    }

    List<Finding> check(ListedTerm term) {
        List<Finding> findings = new ArrayList<>(CommonTerms.check(term));
        String text = term.term().text().replace("*", "");
        String sample = term.isBeginning() ? text + ENDING : text;
        FieldHits all = matcher.matchUnmasked(term.term().language(), sample);
        List<Hit> whole = all.hits().stream().filter(hit -> isWhole(all, hit)).toList();
        if (whole.stream().noneMatch(hit -> isOf(hit, term))) {
            findings.add(term.error("can never be found: " + reason(term)));
            return findings;
        }
        findings.addAll(hidden(term, sample, whole));
        for (Hit hit : whole) {
            if (!isOf(hit, term)) {
                duplicate(term, other(hit)).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static boolean isWhole(FieldHits all, Hit hit) {
        return hit.first() == 0 && hit.last() == all.tokens().count() - 1;
    }

    private boolean isOf(Hit hit, ListedTerm term) {
        return hit.entry().term().equals(term.term())
                && hit.entry().role() == term.role()
                && topic(hit).equals(term.topic());
    }

    private String topic(Hit hit) {
        int conflict = hit.entry().conflict();
        return conflict == Entry.SHARED ? "" : slugs.get(conflict);
    }

    private ListedTerm other(Hit hit) {
        ListedKey key = new ListedKey(topic(hit), hit.entry().role(), hit.entry().term());
        return Objects.requireNonNull(listed.get(key), key::toString);
    }

    static String reason(ListedTerm term) {
        String text = term.term().text();
        if (text.indexOf('*') >= 0 && text.indexOf('*') < text.length() - 1) {
            return "\"*\" has to end a word, and with capitals that count the whole term";
        }
        return "its punctuation is no part of a word; write the words alone";
    }

    private List<Finding> hidden(ListedTerm term, String sample, List<Hit> whole) {
        boolean kept =
                matcher.match(term.term().language(), sample).hits().stream()
                        .anyMatch(hit -> isOf(hit, term));
        if (kept || term.role() == Role.MASK) {
            return List.of();
        }
        return whole.stream()
                .filter(hit -> hit.entry().role() == Role.MASK)
                .map(this::other)
                .limit(1)
                .map(mask ->
                        term.error(
                                "can never be found: hidden by %s (%s)"
                                        .formatted(mask.quoted(), mask.place())))
                .toList();
    }

    private static Optional<Finding> duplicate(ListedTerm term, ListedTerm other) {
        return Optional.ofNullable(Duplicates.message(term, other)).map(term::warning);
    }
}
