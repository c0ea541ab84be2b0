package dev.tocsin.enrich.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PrefixTrieTest {
    private static final List<String> BEGINNINGS =
            List.of("a", "in", "ind", "indi", "ukrain", "su");
    private static final PrefixTrie TRIE =
            new PrefixTrie(
                    BEGINNINGS.stream()
                            .collect(Collectors.toMap(each -> each, BEGINNINGS::indexOf)));

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
        Tokens tokens = Tokenizer.tokenize(word);
        int to = tokens.foldedEnd(0);
        Words found = new Words(1);

        TRIE.find(tokens, tokens.four(0, to), 0, to, 0, found);

        assertThat(
                        IntStream.range(0, found.count())
                                .map(found::id)
                                .sorted()
                                .mapToObj(BEGINNINGS::get)
                                .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}
