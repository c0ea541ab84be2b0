package dev.tocsin.bench.tagger;

import dev.tocsin.bench.news.NewsText;
import dev.tocsin.bench.news.NewsWriter;
import dev.tocsin.schemas.Article;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A text to work on, and the same as an article without declared language. */
public record Document(
        String language, String title, String summary, Optional<String> body, Article article) {
    private static final int SUMMARY_BYTES = 250;
    private static final int BODY_BYTES = 1_700;

    /** Headline and summary only. */
    public static List<Document> headlines(long seed, int count, Clock clock) {
        return list(seed, count, clock, false);
    }

    /** With a body: about 2 kB in all. */
    public static List<Document> articles(long seed, int count, Clock clock) {
        return list(seed, count, clock, true);
    }

    private static List<Document> list(long seed, int count, Clock clock, boolean withBody) {
        NewsWriter news = new NewsWriter(seed);
        NewsWriter bodies = new NewsWriter(seed);
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    NewsText lead = news.next(SUMMARY_BYTES);
                    Optional<String> body =
                            withBody
                                    ? Optional.of(bodies.next(BODY_BYTES).text())
                                    : Optional.empty();
                    return of(lead, body, clock);
                })
                .toList();
    }

    private static Document of(NewsText lead, Optional<String> body, Clock clock) {
        Article article =
                Article.newBuilder()
                        .setId("0")
                        .setContentHash("0")
                        .setFeedId("0")
                        .setFeedTitle("Example News")
                        .setTitle(lead.title())
                        .setSummary(lead.text())
                        .setBody(body.orElse(null))
                        .setObservedAt(clock.instant())
                        .build();
        return new Document(lead.language(), lead.title(), lead.text(), body, article);
    }

    /** Size of the texts in UTF-8. */
    public int bytes() {
        return (title + summary + body.orElse("")).getBytes(StandardCharsets.UTF_8).length;
    }
}
