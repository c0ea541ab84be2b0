package dev.tocsin.enrich.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;

class WordTableTest {
    private static final String LONG = "unverwechselbarkeiten";

    @Test
    void everyWordIsFoundByItsOwnIdWhateverItsLength() {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (int length = 1; length <= LONG.length(); length++) {
            words.put(LONG.substring(0, length), 100_000 + length);
        }
        WordTable table = new WordTable(words);

        assertThat(words).allSatisfy((word, id) -> assertThat(find(table, word)).isEqualTo(id));
    }

    @Test
    void wordsOfOneHashAreToldApart() {
        assertThat("ба".hashCode()).isEqualTo("ая".hashCode());
        WordTable both = new WordTable(Map.of("ба", 1, "ая", 2));
        WordTable one = new WordTable(Map.of("ба", 1));

        assertThat(find(both, "ба")).isEqualTo(1);
        assertThat(find(both, "ая")).isEqualTo(2);
        assertThat(find(one, "ая")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"goma", "gomas", "gom", "g", "homa"})
    void aTableWithoutTheWordHasNoIdForIt(String word) {
        assertThat(find(new WordTable(Map.of("gomast", 7, "go", 8)), word)).isEqualTo(-1);
        assertThat(find(new WordTable(Map.of()), word)).isEqualTo(-1);
    }

    @Test
    void theTokensAtWhichWordsMayStandHaveTheirBits() {
        WordTable table = new WordTable(Map.of("goma", 1));
        Tokens tokens = Tokenizer.tokenize("goma ".repeat(70));

        assertThat(table.open(tokens, 0, 64)).isEqualTo(-1L);
        assertThat(table.open(tokens, 64, 70)).isEqualTo(0b111111L);
    }

    private static int find(WordTable table, String word) {
        Tokens tokens = Tokenizer.tokenize(word);
        return table.find(tokens, tokens.hash(0), 0, tokens.foldedEnd(0));
    }
}
