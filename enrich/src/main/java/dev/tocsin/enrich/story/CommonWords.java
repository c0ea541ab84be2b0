package dev.tocsin.enrich.story;

import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The shipped background: words that say nothing in any article, and the countries that demonyms
 * stand for. Immutable.
 */
final class CommonWords {
    private static final int SAYS_NOTHING = 1;

    private final HashTable words = new HashTable();
    private final HashTable countries = new HashTable();

    private CommonWords() {}

    /** What the files beside this class say. */
    static CommonWords bundled() {
        CommonWords common = new CommonWords();
        lines("common-words.txt").forEach(common::addWords);
        lines("demonyms.txt").forEach(common::addCountry);
        return common;
    }

    boolean contains(int hash) {
        return words.get(hash) == SAYS_NOTHING;
    }

    /** The country's hash, 0 if the word is no demonym. */
    int country(int hash) {
        return countries.get(hash);
    }

    private void addWords(String line) {
        for (String word : line.split(" ")) {
            words.put(Wording.hash(folded(word)), SAYS_NOTHING);
        }
    }

    /** "uk: british britain": the first is what the others count as. */
    private void addCountry(String line) {
        String[] parts = line.split(": ", 2);
        int country = Wording.hash(folded(parts[0]));
        countries.put(country, country);
        for (String word : parts[1].split(" ")) {
            countries.put(Wording.hash(folded(word)), country);
        }
    }

    private static String folded(String word) {
        Tokens tokens = Tokenizer.tokenize(word);
        return tokens.count() == 0 ? word : tokens.folded(0);
    }

    private static List<String> lines(String name) {
        try (InputStream content = CommonWords.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(content, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
