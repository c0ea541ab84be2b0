package dev.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class TokenizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Ukraine's army       | ukraine army
                    l’Ukraine et d'Alep  | ukraine et alep
                    Sana'a               | sanaa
                    el-Fasher            | el fasher
                    São Paulo, Öcalan    | sao paulo ocalan
                    Straße               | strasse
                    ＵＫＲＡＩＮＥ              | ukraine
                    U.S.-led             | us led
                    J.D. Vance           | jd vance
                    М'янма               | мянма
                    ещё                  | еще
                    إِسْرَائِيل               | اسرائيل
                    غـــزة                | غزه
                    台湾 war              | 台 湾 war
                    युद्ध में                | युदध में
                    """)
    void foldsWordsSoThatSpellingsMeet(String text, String expected) {
        assertThat(String.join(" ", folded(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Kiev'e, kiev",
        "Ukrayna'nın, ukrayna",
        "İran’daki, iran",
        "BM'nin, bm",
        "Sana'a, sanaa",
        "Sa'da, sada",
        "Dar'a, dara",
        "Shari'a, sharia",
        "Xi'an, xian",
        "ara'da, arada",
        "Sana'anınki, sanaaninki"
    })
    void knowsTheNameBeforeATurkishCaseEnding(String text, String stem) {
        Tokens tokens = Tokenizer.tokenize("a " + text + " b");
        assertThat(tokens.folded(1).substring(0, tokens.stemEnd(1) - tokens.foldedStart(1)))
                .isEqualTo(stem);
        assertThat(tokens.stemEnd(2)).isEqualTo(tokens.foldedEnd(2));
    }

    @Test
    void composedAndDecomposedLettersAreTheSameWord() {
        assertThat(folded("Цей Київ")).isEqualTo(folded("Цеи\u0306 Киі\u0308в"));
    }

    @Test
    void offsetsPointIntoTheText() {
        String text = "  Ukraine’s “el-Fasher”\uD83D\uDE80 end";
        Tokens tokens = Tokenizer.tokenize(text);
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            cut.add(text.substring(tokens.start(i), tokens.end(i)));
        }
        assertThat(cut).containsExactly("Ukraine", "el", "Fasher", "end");
    }

    @Test
    void sentencesAreCountedAndAbbreviationsDoNotEndThem() {
        Tokens tokens = Tokenizer.tokenize("The U.S. struck. Five died! Why? Nobody knows");
        assertThat(tokens.sentence(2)).isZero();
        assertThat(tokens.sentence(3)).isEqualTo(1);
        assertThat(tokens.sentence(tokens.count() - 1)).isEqualTo(3);
    }

    @Test
    void loneSurrogatesPartWords() {
        assertThat(folded("war\uD800zone \uDC00 x")).containsExactly("war", "zone", "x");
    }

    @Test
    void lettersBeyondTheBasicPlaneAreFolded() {
        assertThat(folded("\uD835\uDC14\uD835\uDC0D")).containsExactly("un");
    }

    @Test
    void anEndlessWordIsOneToken() {
        assertThat(Tokenizer.tokenize("x".repeat(100_000)).count()).isEqualTo(1);
        assertThat(Tokenizer.tokenize("\ufdfa".repeat(20_000)).count()).isEqualTo(1);
    }

    @Test
    void aTextWithoutWordsHasNoTokens() {
        assertThat(folded("")).isEmpty();
        assertThat(folded(" ’’ -- \n\uFEFF")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Goma", "an older town", "Sudan'ın", "\ufdfa \ufdfa\ufdfa", "東京都"})
    void fourLettersAreReadAsTheyStandInTheWordAndNoFurther(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        for (int token = 0; token < tokens.count(); token++) {
            String word = tokens.folded(token);
            int from = tokens.foldedStart(token);
            for (int at = 0; at < word.length(); at++) {
                long four = tokens.four(from + at, tokens.foldedEnd(token));

                assertThat(four).isEqualTo(Four.letters(word, at));
                assertThat(Four.first(four)).isEqualTo(word.charAt(at));
                assertThat(Four.beginning(four, 2))
                        .isEqualTo(
                                Four.letters(
                                        word.substring(0, Math.min(at + 2, word.length())), at));
                assertThat(Four.last(four))
                        .isEqualTo(at + 3 < word.length() ? word.charAt(at + 3) : 0);
            }
        }
    }

    private static List<String> folded(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            words.add(tokens.folded(i));
        }
        return words;
    }
}
