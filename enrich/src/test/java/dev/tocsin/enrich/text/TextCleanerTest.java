package dev.tocsin.enrich.text;

import static dev.tocsin.schemas.TextField.BODY;
import static dev.tocsin.schemas.TextField.SUMMARY;
import static dev.tocsin.schemas.TextField.TITLE;
import static dev.tocsin.schemas.TextField.UNKNOWN;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;

class TextCleanerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Village shelled at dawn - Reuters",
                "Village shelled at dawn | Jane Doe",
                "Village shelled at dawn – The Daily Example News",
                "Village shelled at dawn - example.com",
                "Village shelled at dawn - The Example Post - The Example Post",
                "Village shelled at dawn By Reuters",
                "Village shelled at dawn - ТАСС",
                "Village shelled at dawn - رويترز",
                "Village shelled at dawn – Daily Sabah",
                "  Village&amp;nbsp;shelled <b>at</b> dawn ",
            })
    void titleLosesWhatItsPublisherAdded(String title) {
        assertThat(TextCleaner.clean(TITLE, title)).isEqualTo("Village shelled at dawn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No troops will leave the border — minister",
                "Talks fail - what comes next",
                "Sudan - Reuters",
                "Drones over the capital: what we know",
            })
    void titleKeepsWhatBelongsToIt(String title) {
        assertThat(TextCleaner.clean(TITLE, title)).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KYIV, May 21 (Agency) - The army fell back.",
                "MOSCOW, May 21. /TASS/. The army fell back.",
                "TEHRAN (Tasnim) – The army fell back.",
                "TEHRAN, May 21 (MNA) – The army fell back.",
                "[Dabanga] Port Sudan -- The army fell back.",
                "[allAfrica] The army fell back.",
                "(AP) -- The army fell back.",
                "NEW YORK (Reuters) - The army fell back.",
                "CNN — The army fell back.",
                "The army fell back. Read more",
                "The army fell back. Continue reading...",
                "The army fell back. (Reporting by Jane Doe; Editing by John Roe)",
                "The army fell back. Seguir leyendo",
                "The army fell back. Devamını oku",
                "The army fell back. ادامه مطلب",
                "The army fell back. 阅读全文",
                "KINSHASA, 21 mai (AFP) - The army fell back.",
                "Madrid, 21 may (EFE).- The army fell back.",
                "BERLIN, 21. Mai (dpa) - The army fell back.",
                "МОСКВА. 21 мая. АГЕНТСТВО - The army fell back.",
                "КИЇВ, 21 травня (УНН) — The army fell back.",
                "غزة (رويترز) - The army fell back.",
                "新华社北京5月21日电（记者张三）The army fell back.",
                "The army fell back. L'article Le front bouge est apparu en premier sur Journal.",
                "The army fell back. La entrada El frente se publicó primero en Diario.",
                "The army fell back. Der Beitrag Die Front erschien zuerst auf Blatt.",
                "The army fell back. The post Army retreats appeared first on Example Daily.",
            })
    void summaryLosesDatelineAndPointers(String summary) {
        assertThat(TextCleaner.clean(SUMMARY, summary)).isEqualTo("The army fell back.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Russia – once more – says no.",
                "Kyiv: a city waits.",
                "Ukraine (and its friends) waited.",
                "He could continue reading the list of the dead.",
            })
    void summaryKeepsOrdinarySentences(String summary) {
        assertThat(TextCleaner.clean(SUMMARY, summary)).isEqualTo(summary);
    }

    @Test
    void bodyLosesAgeBylineNoticeAndEnding() {
        String raw =
                """
                5 hours ago 5

                By Jane Doe

                Shells fell on the town.

                Nobody was hurt.

                This material may not be published or broadcast.
                Read Entire Article
                Infrastruktur | | | |
                """;
        assertThat(TextCleaner.clean(BODY, raw))
                .isEqualTo("Shells fell on the town.\nNobody was hurt.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Also read: Shells fall on another town",
                "Lire aussi : Un autre front s'ouvre",
                "Читайте также: другой фронт",
                "اقرأ أيضا: جبهة أخرى",
                "Image source, Getty Images",
                "Reporting by Jane Doe",
                "Join our WhatsApp channel for more",
                "Автор: Иван Петров",
            })
    void bodyLosesLinesThatSpeakOfSomethingElse(String line) {
        String raw = "Shells fell on the town.\n\n" + line + "\n\nNobody was hurt.";
        assertThat(TextCleaner.clean(BODY, raw))
                .isEqualTo("Shells fell on the town.\nNobody was hurt.");
    }

    @Test
    void escapingIsUndoneHoweverOftenItWasDone() {
        assertThat(TextCleaner.clean(SUMMARY, "Caf&amp;amp;eacute; &#8220;X&#x201D; &unknown; R&D"))
                .isEqualTo("Café “X” &unknown; R&D");
    }

    @Test
    void invisibleAndBrokenCharactersGo() {
        assertThat(TextCleaner.clean(TITLE, "\uFEFFGa\u200bza\u202e \u0007city \uD800"))
                .isEqualTo("Gaza city \ufffd");
    }

    @Test
    void letterAndAccentBecomeOneCharacter() {
        assertThat(TextCleaner.clean(TITLE, "Cafe\u0301")).isEqualTo("Café");
    }

    @Test
    void everyLetterThatCanBeComposedIs() {
        for (int c = 0; c < 0x10000; c++) {
            String parts = Normalizer.normalize("x" + (char) c, Normalizer.Form.NFD);

            assertThat(TextCleaner.clean(UNKNOWN, parts))
                    .as(Integer.toHexString(c))
                    .matches(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC));
        }
    }

    @Test
    void everyCharacterIsTheSameInATidyTextAndInAnUntidyOne() {
        for (int c = 0; c < 0x10000; c++) {
            String text = "Gaza " + (char) c + "p> city";

            assertThat(TextCleaner.clean(UNKNOWN, text))
                    .isEqualTo(TextCleaner.clean(UNKNOWN, "  " + text + "\t"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shells fell on the town. READ MORE",
                "Shells fell on the town. ЧИТАТЬ ДАЛЕЕ",
                "Shells fell on the town. DEVAMINI OKU",
                "Shells fell on the town. THE POST Shells APPEARED FIRST ON Example",
                "Shells fell on the town. La Entrada Obuses SE PUBLICÓ PRIMERO EN Example",
            })
    void endingsGoInCapitalsToo(String summary) {
        assertThat(TextCleaner.clean(SUMMARY, summary)).isEqualTo("Shells fell on the town.");
    }

    @Test
    void anEndingGoesBehindALetterWhoseSmallFormIsTwoCharacters() {
        assertThat(TextCleaner.clean(SUMMARY, "İstanbul'da görüştüler. Devamını oku"))
                .isEqualTo("İstanbul'da görüştüler.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL RIGHTS RESERVED", "Suscríbete a todo", "ПОДПИСЫВАЙТЕСЬ НА нас"})
    void aNoticeIsOneInCapitalsToo(String summary) {
        assertThat(TextCleaner.clean(SUMMARY, summary)).isEmpty();
    }

    @Test
    void hugeAndHostileTextsAreCleanedWithoutHarm() {
        String tags = "<a ".repeat(300_000);
        assertThat(TextCleaner.clean(BODY, tags)).startsWith("<a <a");
        assertThat(TextCleaner.clean(BODY, "&amp;".repeat(200_000))).startsWith("&&");
        assertThat(TextCleaner.clean(BODY, "A".repeat(1_000_000))).hasSize(1_000_000);
        assertThat(TextCleaner.clean(SUMMARY, "A ".repeat(100_000))).startsWith("A A");
        assertThat(TextCleaner.clean(TITLE, " - ".repeat(100_000))).isNotNull();
        assertThat(TextCleaner.clean(SUMMARY, "")).isEmpty();
    }
}
