package dev.tocsin.enrich.match;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compiles phrases into a {@link Lexicon}. */
public final class LexiconBuilder {

    private final VocabularyBuilder vocabulary = new VocabularyBuilder();
    private final LongIntTable nodes = new LongIntTable(4096);
    private final List<List<Lexicon.Phrase>> phrases = new ArrayList<>(List.of(List.of()));
    private final Set<String> languages = new HashSet<>();

    /** Adds a phrase; one without a letter is left out. */
    public LexiconBuilder add(Term term, Meaning meaning) {
        int node = 0;
        for (String piece : term.text().split("\\s+", -1)) {
            node = follow(node, piece);
        }
        if (node != 0) {
            boolean capital = Character.isUpperCase(term.text().charAt(0));
            phrases.get(node).add(new Lexicon.Phrase(term, meaning, capital));
            languages.add(term.language());
        }
        return this;
    }

    /** The lexicon of all that was added. */
    public Lexicon build() {
        Lexicon.Phrase[][] byNode =
                phrases.stream()
                        .map(each -> each.toArray(Lexicon.Phrase[]::new))
                        .toArray(Lexicon.Phrase[][]::new);
        return new Lexicon(vocabulary.build(), nodes, byNode, languages);
    }

    private int follow(int from, String piece) {
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
        int child = nodes.get(key);
        if (child >= 0) {
            return child;
        }
        nodes.put(key, phrases.size());
        phrases.add(new ArrayList<>(1));
        return phrases.size() - 1;
    }
}
