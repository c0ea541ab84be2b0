package dev.tocsin.enrich.lint;

import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.enrich.annotate.AnnotationKind;
import dev.tocsin.enrich.event.EventType;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.enrich.match.Lexicon;
import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.text.Passage;
import dev.tocsin.schemas.TextField;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for every term in the term itself, with the very automaton that reads articles. */
final class AnnotationChecks {
    /** An ending that no word has. */
    private static final String ENDING = "qx";

    private final Lexicon lexicon;
    private final List<String> eventTypes;
    private final Map<Term, List<ListedTerm>> listed = new HashMap<>();

    AnnotationChecks(AnnotationData data, List<ListedTerm> terms) {
        this.lexicon = data.lexicon();
        this.eventTypes = data.eventTypes().types().stream().map(EventType::slug).toList();
        for (ListedTerm term : terms) {
            listed.computeIfAbsent(term.term(), _ -> new ArrayList<>(1)).add(term);
        }
    }

    List<Finding> check(ListedTerm term) {
        List<Finding> findings = new ArrayList<>(common(term));
        List<ListedTerm> whole = whole(term);
        if (!whole.contains(term)) {
            findings.add(term.error("can never be found: " + TermChecks.reason(term)));
            return findings;
        }
        for (ListedTerm other : whole) {
            if (isHidden(term, other)) {
                findings.add(
                        term.error(
                                "can never be found: hidden by %s (%s)"
                                        .formatted(other.quoted(), other.place())));
            } else if (isEvent(term) && !other.equals(term) && isAlike(term, other)) {
                String message = Duplicates.message(term, other);
                if (message != null) {
                    findings.add(term.warning(message));
                }
            }
        }
        return findings;
    }

    /** What names of event types an event type yields to that are none. */
    List<Finding> check(YamlFile file) {
        List<Finding> findings = new ArrayList<>();
        for (YamlNode.Field field : file.root().fields()) {
            if (field.key().equals("yieldsTo") && field.value() instanceof YamlNode.Sequence list) {
                for (YamlNode item : list.items()) {
                    if (item instanceof YamlNode.Scalar slug && !eventTypes.contains(slug.text())) {
                        findings.add(
                                Finding.error(
                                        file.name(),
                                        item.line(),
                                        Keys.unknown("event type", slug.text(), eventTypes)));
                    }
                }
            }
        }
        return findings;
    }

    /** Words with a capital are not found in small letters; halves of pairs are not alone. */
    private static List<Finding> common(ListedTerm term) {
        return term.role() != Role.STRONG
                        || Character.isUpperCase(term.term().text().codePointAt(0))
                ? List.of()
                : CommonTerms.check(term);
    }

    private List<ListedTerm> whole(ListedTerm term) {
        String text = term.term().text().replace("*", "");
        String sample = term.isBeginning() ? text + ENDING : text;
        Findings found = lexicon.find(term.term().language(), Passage.of(TextField.TITLE, sample));
        int last = found.passage().tokens().count() - 1;
        List<ListedTerm> whole = new ArrayList<>();
        for (Found each : found.found()) {
            if (each.first() == 0 && each.last() == last) {
                whole.addAll(listed.getOrDefault(each.term(), List.of()));
            }
        }
        return whole;
    }

    /** A phrase that means none of an event type, or no event or place at all. */
    private static boolean isHidden(ListedTerm term, ListedTerm other) {
        return other.role() == Role.MASK
                && term.role() != Role.MASK
                && isEvent(term) == isEvent(other)
                && !term.file().contains(AnnotationKind.ACTORS.folder() + "/")
                && (other.topic().isEmpty() || other.topic().equals(term.topic()));
    }

    /** Of one event type; names of places and actors may be listed in every spelling. */
    private static boolean isAlike(ListedTerm term, ListedTerm other) {
        return isEvent(other) && other.topic().equals(term.topic());
    }

    private static boolean isEvent(ListedTerm term) {
        return term.file().contains(AnnotationKind.EVENTS.folder() + "/");
    }
}
