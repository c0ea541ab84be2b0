package dev.tocsin.bench.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.story.StoryEngine;
import dev.tocsin.enrich.story.StoryInput;
import dev.tocsin.enrich.story.StorySettings;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class NewsWriterTest {

    @Test
    void writesTheSameForTheSameSeed() {
        NewsWriter one = new NewsWriter(7);
        NewsWriter other = new NewsWriter(7);

        assertThat(texts(one)).isEqualTo(texts(other)).isNotEqualTo(texts(new NewsWriter(8)));
    }

    @Test
    void takesLanguagesInTurnAndFillsEverySlot() {
        List<NewsText> written = texts(new NewsWriter(7));

        assertThat(written.subList(0, 5))
                .extracting(NewsText::language)
                .isEqualTo(NewsWriter.LANGUAGES);
        assertThat(written)
                .allSatisfy(news -> assertThat(news.title() + news.text()).doesNotContain("{"));
    }

    @Test
    void givesEveryArticleItsOwnId() {
        Clock noon = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
        ArticleWriter writer = new ArticleWriter(7, 100, noon);

        assertThat(Stream.generate(writer::next).limit(5_000))
                .extracting(article -> article.getId())
                .doesNotHaveDuplicates();
    }

    @Test
    void newsWithNamesAreAsManyStoriesAsOnADayOfRealNews() {
        NamedNews news = new NamedNews(7);
        StoryEngine engine = new StoryEngine(StorySettings.DEFAULT);
        for (int number = 0; number < 1_000; number++) {
            NewsText text = news.next(450);
            engine.apply(
                    new StoryInput.Arrived(
                            "a" + number,
                            "paper-" + number % 10,
                            "paper-" + number % 10,
                            text.language(),
                            Instant.parse("2026-01-01T12:00:00Z"),
                            text.title(),
                            text.text(),
                            "",
                            Set.of(),
                            Set.of(),
                            Set.of()));
        }

        assertThat(engine.stories()).hasSizeBetween(600, 990);
    }

    private static List<NewsText> texts(NewsWriter writer) {
        return Stream.generate(() -> writer.next(200)).limit(500).toList();
    }
}
