package dev.tocsin.ingest.parse.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a<br>b                          | a/b",
                "<ul><li>a</li><li>b</li></ul>   | a//b",
                "<b>a</b>c <i>d</i>              | ac d",
                "a&nbsp;&nbsp; b                 | a b",
                "x<script>1</script><style>2</style>y | xy",
                "5 < 6 & 7                       | 5 < 6 & 7",
                "AT&amp;T                        | AT&T",
                "<img src=x onerror=alert(1)>a   | a",
                "a<!-- b -->c                    | ac"
            })
    void keepsTheWordsAndTheLinesOfHtml(String html, String text) {
        assertThat(PlainText.ofHtml(html, 100)).isEqualTo(text.replace('/', '\n'));
    }

    @Test
    void dropsWhatDatabasesAndJsonStumbleOver() {
        assertThat(PlainText.of("a\u0000b\u0007c\uD800d\u0085e\uFEFF\u00AD\uFFFF", 100))
                .isEqualTo("abcde");
        assertThat(PlainText.ofHtml("<p>a\u0000&#0;b</p>", 100)).doesNotContain("\u0000");
    }

    @Test
    void composesAccents() {
        assertThat(PlainText.of("Zele\u0301", 100)).isEqualTo("Zelé");
    }

    @Test
    void keepsJoinersThatWordsAreSpeltWith() {
        assertThat(PlainText.of("می\u200Cخواهم", 100)).isEqualTo("می\u200Cخواهم");
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(PlainText.of("ab🚀", 3)).isEqualTo("ab");
    }
}
