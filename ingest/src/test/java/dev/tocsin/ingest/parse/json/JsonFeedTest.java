package dev.tocsin.ingest.parse.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.UnreadableFeedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

class JsonFeedTest {
    private static ParsedFeed parse(String json) throws UnreadableFeedException {
        return new FeedParser()
                .parse(
                        json.getBytes(UTF_8),
                        Optional.of("application/feed+json"),
                        URI.create("https://example.org/feed.json"));
    }

    @Test
    void readsVersion11() throws UnreadableFeedException {
        ParsedFeed feed =
                parse(
                        """
                        {"version": "https://jsonfeed.org/version/1.1", "title": "Desk", "language": "en-GB",
                         "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json",
                         "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
                         "authors": [{"name": "The desk"}],
                         "items": [
                          {"id": 17, "url": "/17", "title": "Talks &amp; truce", "content_html": "<p>One <b>two</b></p>",
                           "summary": "Short", "date_published": "2026-05-05T07:00:00+02:00",
                           "date_modified": "2026-05-06T07:00:00Z", "tags": ["Peace", 3], "language": "fr",
                           "authors": [{"name": "A"}, {"name": "B"}]},
                          {"id": "x", "external_url": "https://example.net/x", "content_text": "a < b"}]}
                        """);
        Entry first = feed.entries().getFirst();
        Entry second = feed.entries().getLast();

        assertThat(feed.format()).isEqualTo("json_1.1");
        assertThat(feed.title()).isEqualTo("Desk");
        assertThat(feed.link()).isEqualTo("https://example.org/");
        assertThat(feed.language()).contains("en");
        assertThat(feed.hub()).contains("https://hub.example/");
        assertThat(feed.self()).contains("https://example.org/feed.json");
        assertThat(first.guid()).contains("17");
        assertThat(first.link()).contains("https://example.org/17");
        assertThat(first.title()).isEqualTo("Talks & truce");
        assertThat(first.summary()).isEqualTo("Short");
        assertThat(first.body()).contains("One two");
        assertThat(first.published()).contains(Instant.parse("2026-05-05T05:00:00Z"));
        assertThat(first.updated()).contains(Instant.parse("2026-05-06T07:00:00Z"));
        assertThat(first.categories()).containsExactly("Peace", "3");
        assertThat(first.authors()).containsExactly("A", "B");
        assertThat(first.language()).contains("fr");
        assertThat(second.link()).contains("https://example.net/x");
        assertThat(second.body()).contains("a < b");
        assertThat(second.authors()).containsExactly("The desk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": [1], \"tags\": \"x\"}]}",
                "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [null]}",
                "\uFEFF {\"title\": \"no version\", \"items\": [{\"title\": {}},]}"
            })
    void oddFieldsCostNoFeed(String json) throws UnreadableFeedException {
        assertThat(parse(json).entries()).hasSize(1);
    }
}
