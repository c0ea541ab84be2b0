package dev.tocsin.enrich.match;

import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermPair;
import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compiles terms into a word trie. */
final class MatcherBuilder {

    private final VocabularyBuilder vocabulary = new VocabularyBuilder();
    private final LongIntTable children = new LongIntTable(1024);
    private final List<List<Entry>> entries = new ArrayList<>(List.of(List.of()));
    private final Set<String> languages = new HashSet<>();

    MatcherBuilder add(Taxonomy taxonomy) {
        addAll(taxonomy.context(), Entry.SHARED, Role.CONTEXT);
        addAll(taxonomy.exclusions(), Entry.SHARED, Role.EXCLUSION);
        addAll(taxonomy.masks(), Entry.SHARED, Role.MASK);
        taxonomy.context().forEach(term -> languages.add(term.language()));
        for (int i = 0; i < taxonomy.conflictTopics().size(); i++) {
            add(taxonomy.conflictTopics().get(i), i);
        }
        return this;
    }

    Matcher build() {
        return new Matcher(
                vocabulary.build(), Phrases.of(children, entries, vocabulary.size()), languages);
    }

    private void add(ConflictTopic conflictTopic, int conflict) {
        addAll(conflictTopic.strong(), conflict, Role.STRONG);
        addAll(conflictTopic.weak(), conflict, Role.WEAK);
        addAll(conflictTopic.context(), conflict, Role.CONTEXT);
        addAll(conflictTopic.exclusions(), conflict, Role.MASK);
        for (int pair = 0; pair < conflictTopic.pairs().size(); pair++) {
            TermPair both = conflictTopic.pairs().get(pair);
            for (Term term : both.first()) {
                add(new Entry(conflict, Role.PAIR_FIRST, term, pair));
            }
            for (Term term : both.second()) {
                add(new Entry(conflict, Role.PAIR_SECOND, term, pair));
            }
        }
    }

    private void addAll(List<Term> terms, int conflict, Role role) {
        for (Term term : terms) {
            add(new Entry(conflict, role, term, -1));
        }
    }

    private void add(Entry entry) {
        int node = 0;
        for (String piece : entry.term().text().split("\\s+", -1)) {
            node = addPiece(node, piece);
        }
        if (node != 0) {
            entries.get(node).add(entry);
        }
    }

    private int addPiece(int from, String piece) {
        Tokens words = Tokenizer.tokenize(piece);
        int node = from;
        for (int word = 0; word < words.count(); word++) {
            boolean prefix = piece.endsWith("*") && word == words.count() - 1;
            node = child(node, vocabulary.add(words.folded(word), prefix));
        }
        return node;
    }

    private int child(int node, int word) {
        long key = ((long) node << 32) | word;
        int child = children.get(key);
        if (child >= 0) {
            return child;
        }
        children.put(key, entries.size());
        entries.add(new ArrayList<>(1));
        return entries.size() - 1;
    }
}
