package dev.tocsin.enrich.explain;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Terms that a text holds in another spelling. */
public final class NearTerms {
    private static final int MOST = 5;
    private static final int WORDS_READ = 400;
    private static final int SHORTEST = 4;

    /** A term and a piece of the text that is spelt like it. */
    private record Near(Term term, String found, int changes) {}

    private NearTerms() {}

    /**
     * Sentences, the nearest first.
     *
     * @param terms to be looked for
     * @param texts where to look
     * @param found what was found in them as it should be, and is not near but there
     */
    public static List<String> of(List<Term> terms, List<String> texts, List<String> found) {
        List<Near> near = new ArrayList<>();
        Set<String> words = new TreeSet<>();
        texts.forEach(text -> collect(Tokenizer.tokenize(text), words));
        found.forEach(text -> words.remove(folded(text)));
        terms.forEach(term -> compare(term, words, near));
        near.sort(Comparator.comparingInt(Near::changes));
        Set<String> said = new LinkedHashSet<>();
        near.forEach(each ->
                said.add("“%s” is near the term “%s”".formatted(each.found, each.term.text())));
        return said.stream().limit(MOST).toList();
    }

    /** Single words and pairs of them. */
    private static void collect(Tokens tokens, Set<String> words) {
        for (int token = 0; token < Math.min(WORDS_READ, tokens.count()); token++) {
            words.add(tokens.folded(token));
            if (token > 0) {
                words.add(tokens.folded(token - 1) + " " + tokens.folded(token));
            }
        }
    }

    private static void compare(Term term, Set<String> words, List<Near> near) {
        String folded = folded(term.text());
        if (folded.length() < SHORTEST && !term.caseSensitive()) {
            return;
        }
        int allowed = folded.length() / SHORTEST;
        for (String word : words) {
            if (Math.abs(word.length() - folded.length()) <= allowed) {
                int changes = changes(folded, word);
                // The same letters are news only where capitals count.
                if (changes <= allowed && (changes > 0 || term.caseSensitive())) {
                    near.add(new Near(term, word, changes));
                }
            }
        }
    }

    private static String folded(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        List<String> words = new ArrayList<>();
        for (int token = 0; token < tokens.count(); token++) {
            words.add(tokens.folded(token));
        }
        return String.join(" ", words);
    }

    /** Levenshtein distance. */
    private static int changes(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int same = one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1;
                int changed = diagonal + same;
                diagonal = row[column];
                row[column] = Math.min(changed, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
