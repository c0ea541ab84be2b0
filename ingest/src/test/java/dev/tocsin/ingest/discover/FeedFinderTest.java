package dev.tocsin.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.parse.FeedParser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

class FeedFinderTest {
    private final EgressClient client =
            new EgressClient(
                    new EgressPolicy(
                            List.of("127.0.0.1"),
                            Duration.ofSeconds(20),
                            1_000_000,
                            "tocsin-test"));
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = new Site();
    }

    @AfterEach
    void close() {
        client.close();
        site.close();
    }

    @Test
    void findsDeclaredFeedsAndPutsThoseOfCommentsLast() throws InterruptedException {
        site.page(
                        "/",
                        """
                        <html><head>
                        <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
                        <link rel="Alternate" type="application/atom+xml; charset=utf-8" href="news.xml">
                        <link rel="alternate" hreflang="de" href="/de">
                        <link rel="stylesheet" type="text/css" href="/feed.css">
                        </head><body><a href="/rss">RSS</a></body></html>
                        """)
                .feed("/comments/feed", "Comments")
                .feed("/news.xml", "News")
                .page("/rss", "<html>about RSS</html>");

        Discovery found = find("/");

        assertThat(found.feeds()).extracting(FoundFeed::title).containsExactly("News", "Comments");
        assertThat(found.feeds().getFirst().how()).isEqualTo("the page declares it");
        assertThat(found.feeds().getFirst().entries()).isEqualTo(1);
        assertThat(site.asked()).contains("/rss").doesNotContain("/de", "/feed.css", "/atom.xml");
    }

    @Test
    void takesLinksThatLookLikeFeedsOnlyIfTheyAreFeeds() throws InterruptedException {
        site.page(
                        "/",
                        "<a href='/world.rss'>World</a><a href='/feedback'>Write to us</a>"
                                + "<a href='/x?y=1'>RSS</a><a href='javascript:rss()'>feed</a>")
                .feed("/world.rss", "World")
                .page("/x?y=1", "no feed");

        assertThat(find("/").feeds())
                .singleElement()
                .satisfies(feed -> {
                    assertThat(feed.url()).isEqualTo(site.uri("/world.rss"));
                    assertThat(feed.how()).isEqualTo("the page links to it");
                });
        assertThat(site.asked()).doesNotContain("/feedback");
    }

    @Test
    void looksAtTheUsualPlacesWhereThePageNamesNone() throws InterruptedException {
        site.page("/", "<p>Hello</p>").feed("/rss.xml", "Paper");

        assertThat(find("/").feeds())
                .extracting(FoundFeed::url)
                .containsExactly(site.uri("/rss.xml"));
    }

    @Test
    void anAddressOfAFeedIsItself() throws InterruptedException {
        site.feed("/f", "Paper");

        assertThat(find("/f").feeds())
                .singleElement()
                .satisfies(feed -> assertThat(feed.how()).contains("itself"));
        assertThat(site.asked()).containsExactly("/robots.txt", "/f");
    }

    @Test
    void keepsToRobotsTxt() throws InterruptedException {
        site.page(
                        "/robots.txt",
                        "User-agent: *\nDisallow: /\n\nUser-agent: Tocsin\nDisallow: /feed")
                .page("/", "<link rel=alternate type=application/rss+xml href=/feed>")
                .feed("/feed", "Hidden")
                .feed("/rss", "Open");

        Discovery found = find("/");

        assertThat(found.feeds()).extracting(FoundFeed::title).containsExactly("Open");
        assertThat(found.problems()).anyMatch(text -> text.contains("robots.txt"));
        assertThat(site.asked()).doesNotContain("/feed");
    }

    @Test
    void asksNothingOfASiteThatForbidsIt() throws InterruptedException {
        site.page("/robots.txt", "User-agent: *\nDisallow: /").page("/", "<p>Hello</p>");

        assertThat(find("/").feeds()).isEmpty();
        assertThat(site.asked()).containsExactly("/robots.txt");
    }

    @Test
    void saysWhyThereIsNothing() throws InterruptedException {
        assertThat(find("/lost").problems())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("404"));
    }

    private Discovery find(String path) throws InterruptedException {
        return new FeedFinder(
                        new FeedFetcher(client),
                        new FeedParser(),
                        new Robots(client, Clock.systemUTC()),
                        Duration.ZERO)
                .find(site.uri(path));
    }
}
