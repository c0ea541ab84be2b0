package dev.tocsin.enrich.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PrefixTrieTest {
    private static final String[] BEGINNINGS = {"a", "in", "ind", "indi", "ukrain", "su"};

    @ParameterizedTest
    @CsvSource({
        "india, in ind indi",
        "indus, in ind",
        "in, in",
        "i, ''",
        "ukraine, ukrain",
        "ukrai, ''",
        "sudan, su",
        "sea, ''",
        "a, a",
        "amhara, a",
        "up, ''"
    })
    void findsEveryBeginningOfAWordHoweverShort(String word, String expected) {
        PrefixTrie trie = new PrefixTrie();
        IntStream.range(0, BEGINNINGS.length).forEach(id -> trie.add(BEGINNINGS[id], id));
        Tokens tokens = Tokenizer.tokenize(word);
        int[] found = new int[BEGINNINGS.length];

        int end =
                trie.find(
                        tokens,
                        (char) 0,
                        tokens.foldedStart(0),
                        tokens.foldedEnd(0),
                        found,
                        0,
                        found.length);

        assertThat(
                        Arrays.stream(found, 0, end)
                                .sorted()
                                .mapToObj(id -> BEGINNINGS[id])
                                .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}
