package dev.tocsin.bench.news;

import dev.tocsin.schemas.Article;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/** Makes articles of invented news, as ingest would publish them. No two have the same id. */
public final class ArticleWriter {
    private static final int FEEDS = 40;
    private static final Duration AGE = Duration.ofMinutes(10);
    private static final HexFormat HEX = HexFormat.of();

    private final NamedNews news;
    private final Clock clock;
    private final int textBytes;
    private int written;

    public ArticleWriter(long seed, int textBytes, Clock clock) {
        this.news = new NamedNews(seed);
        this.textBytes = textBytes;
        this.clock = clock;
    }

    /** The next article; its texts follow from the seed, its times are now. */
    public Article next() {
        NewsText text = news.next(textBytes);
        int number = written++;
        int feed = number % FEEDS;
        String page = "https://news-%d.example/world/%d".formatted(feed, number);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Article.newBuilder()
                .setId(hex(number * 0x9E3779B97F4A7C15L, number))
                .setContentHash(hex(number, 0x5EED))
                .setFeedId(hex(0xFEED, feed))
                .setFeedTitle("Example News " + feed)
                .setPublisher("Example Press")
                .setSourceClass("independent")
                .setGuid(page)
                .setUrl(page + "?utm_source=rss")
                .setCanonicalUrl(page)
                .setTitle(text.title())
                .setSummary(text.text())
                .setAuthors(List.of("A. Writer"))
                .setCategories(List.of("World"))
                .setDeclaredLanguage(number % 2 == 0 ? text.language() : null)
                .setPublishedAt(now.minus(AGE))
                .setObservedAt(now)
                .build();
    }

    private static String hex(long high, long low) {
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }
}
