package dev.tocsin.enrich.alert;

import static dev.tocsin.enrich.alert.Samples.NOON;
import static dev.tocsin.enrich.alert.Samples.article;
import static dev.tocsin.enrich.alert.Samples.rule;
import static dev.tocsin.enrich.alert.Samples.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tocsin.schemas.TaggedArticle;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

class StoryAlertsTest {

    private static StoryAlerts memory() {
        AlertDesk desk =
                new AlertDesk(
                        RuleBook.of(
                                List.of(
                                        rule("one").build(),
                                        rule("two").setMinOrigins(3).build())));
        StoryAlerts memory = StoryAlerts.NONE;
        for (int i = 0; i < 205; i++) {
            TaggedArticle article =
                    article("a" + i)
                            .setUrl(i % 2 == 0 ? null : "https://herald.example/" + i)
                            .setTitle("Überfall auf das Depot – 袭击")
                            .setEventAt(Instant.EPOCH.minusMillis(i))
                            .build();
            Placed placed = new Placed(article, "s1", i % 3 == 0, "origin" + i % 2);
            memory = desk.filed(memory, placed, story("s1"), NOON).memory();
        }
        return memory;
    }

    @Test
    void bytes_give_back_what_was_remembered() {
        StoryAlerts memory = memory();
        assertThat(StoryAlerts.ofBytes(memory.toBytes())).isEqualTo(memory);
        assertThat(memory.rule("one").raised()).isPresent();
        assertThat(memory.rule("two").raised()).isEmpty();
        assertThat(memory.rule("two").further().articles()).isEqualTo(5);
    }

    @Test
    void the_same_memory_has_the_same_bytes() {
        assertThat(memory().toBytes()).isEqualTo(memory().toBytes());
    }

    @Test
    void what_an_earlier_version_remembered_is_forgotten() {
        assertThat(StoryAlerts.ofBytes(new byte[] {1, 0, 3, 'a', 'b', 'c'}).isEmpty()).isTrue();
    }

    @Test
    void bytes_of_another_layout_are_refused() {
        byte[] bytes = memory().toBytes();
        bytes[0] = 99;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoryAlerts.ofBytes(bytes))
                .withMessageContaining("unknown layout 99");
    }

    @Test
    void broken_bytes_are_refused() {
        byte[] bytes = memory().toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoryAlerts.ofBytes(Arrays.copyOf(bytes, bytes.length / 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> StoryAlerts.ofBytes(new byte[0]));
    }

    @Test
    void an_article_is_found_under_all_rules_that_it_fits() {
        assertThat(memory().of("a7")).extracting(Remembered::ruleId).containsExactly("one", "two");
        assertThat(memory().of("unknown")).isEmpty();
    }

    @Test
    void rules_that_an_article_does_not_fit_lie_as_they_did() {
        AlertDesk desk =
                new AlertDesk(
                        RuleBook.of(
                                List.of(
                                        rule("english").setLanguages(List.of("en")).build(),
                                        rule("french").setLanguages(List.of("fr")).build())));
        StoryAlerts memory = StoryAlerts.NONE;
        for (String language : List.of("en", "fr", "en", "fr", "en")) {
            TaggedArticle article =
                    article("a" + memory.rule("english").articles() + language)
                            .setLanguage(language)
                            .build();
            Placed placed = new Placed(article, "s1", false, "Herald");
            memory = desk.filed(memory, placed, story("s1"), NOON).memory();
            memory = StoryAlerts.ofBytes(memory.toBytes());
        }
        assertThat(memory.rule("english").matches())
                .extracting(match -> match.article().id())
                .containsExactly("a0en", "a1en", "a2en");
        assertThat(memory.rule("french").matches())
                .extracting(match -> match.article().id())
                .containsExactly("a1fr", "a2fr");
        assertThat(memory.rule("french").matches()).noneMatch(match -> match.quotes().isEmpty());
    }

    @Test
    void an_article_that_has_left_leaves_nothing_in_the_bytes() {
        AlertDesk desk = new AlertDesk(RuleBook.of(List.of(rule("one").setMinOrigins(3).build())));
        Placed placed = new Placed(article("guest").build(), "s1", false, "Herald");
        StoryAlerts before = memory();
        StoryAlerts with =
                StoryAlerts.ofBytes(
                        desk.filed(StoryAlerts.NONE, placed, story("s1"), NOON).memory().toBytes());
        assertThat(new String(with.toBytes(), StandardCharsets.UTF_8)).contains("guest");
        assertThat(desk.moved(with, "guest")).isEqualTo(StoryAlerts.NONE);
        assertThat(desk.moved(before, "guest")).isSameAs(before);
        assertThat(new String(desk.moved(before, "a7").toBytes(), StandardCharsets.UTF_8))
                .doesNotContain("herald.example/7\0")
                .hasSizeLessThan(before.toBytes().length);
    }
}
