package dev.tocsin.enrich.event;

import dev.tocsin.enrich.event.EventTerm.Role;
import dev.tocsin.enrich.match.LexiconBuilder;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All event types with the phrases that are none of them.
 *
 * @param types by slug
 * @param exclusions phrases that hold a word of violence and mean none ("heart attack")
 */
public record EventTypes(List<EventType> types, List<Term> exclusions) {

    /** Name without ending of the file of phrases that are no event of any type. */
    static final String SHARED = "_exclusions";

    public EventTypes {
        types = List.copyOf(types);
        exclusions = List.copyOf(exclusions);
    }

    /** Event types from their files. */
    public static EventTypes read(List<YamlFile> files) throws YamlException {
        List<EventType> types = new ArrayList<>();
        List<Term> exclusions = List.of();
        for (YamlFile file : files) {
            if (file.stem().equals(SHARED)) {
                exclusions = EventTypeReader.exclusions(file);
            } else {
                types.add(EventTypeReader.read(file));
            }
        }
        return new EventTypes(types, exclusions);
    }

    /** The event type of that slug, if there is one. */
    public Optional<EventType> find(String slug) {
        return types.stream().filter(each -> each.slug().equals(slug)).findFirst();
    }

    /** Adds all terms. */
    public void addTo(LexiconBuilder lexicon) {
        addAll(lexicon, exclusions, new EventTerm(EventTerm.ALL, Role.EXCLUSION, -1));
        for (int i = 0; i < types.size(); i++) {
            EventType type = types.get(i);
            addAll(lexicon, type.strong(), new EventTerm(i, Role.STRONG, -1));
            addAll(lexicon, type.weak(), new EventTerm(i, Role.WEAK, -1));
            addAll(lexicon, type.exclusions(), new EventTerm(i, Role.EXCLUSION, -1));
            for (int pair = 0; pair < type.pairs().size(); pair++) {
                EventPair both = type.pairs().get(pair);
                addAll(lexicon, both.first(), new EventTerm(i, Role.PAIR_FIRST, pair));
                addAll(lexicon, both.second(), new EventTerm(i, Role.PAIR_SECOND, pair));
            }
        }
    }

    private static void addAll(LexiconBuilder lexicon, List<Term> terms, EventTerm meaning) {
        terms.forEach(term -> lexicon.add(term, meaning));
    }
}
