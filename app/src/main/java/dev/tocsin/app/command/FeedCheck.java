package dev.tocsin.app.command;

import dev.tocsin.ingest.feed.FeedListException;
import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.fetch.FetchOutcome;
import dev.tocsin.ingest.fetch.FetchRequest;
import dev.tocsin.ingest.identity.FeedId;
import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.UnreadableFeedException;
import dev.tocsin.schemas.Feed;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one fetch of a feed brought.
 *
 * @param verdict OK or an error class
 * @param text the verdict in words
 */
record FeedCheck(
        String url,
        String verdict,
        @Nullable String format,
        @Nullable Integer entries,
        @Nullable Instant newest,
        double seconds,
        String text) {
    private static final String OK = "OK";

    boolean isFine() {
        return verdict.equals(OK);
    }

    static Feed feed(String url) throws FeedListException {
        try {
            URI uri = URI.create(url);
            if (uri.getRawAuthority() != null
                    && String.valueOf(uri.getScheme()).startsWith("http")) {
                return Feed.newBuilder().setId(FeedId.of(url)).setUrl(url).setTitle(url).build();
            }
        } catch (IllegalArgumentException e) {
            // answered below, like an address of another kind
        }
        throw new FeedListException("URL", 0, "\"" + url + "\": expected an http or https address");
    }

    static FeedCheck of(Feed feed, FeedFetcher fetcher, FeedParser parser) {
        FetchOutcome outcome = fetcher.fetch(FetchRequest.of(URI.create(feed.getUrl())));
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> read(feed, fetched, parser);
            case FetchOutcome.NotModified ignored ->
                    failed(
                            feed,
                            outcome,
                            "HTTP_304",
                            "answered \"not modified\" to a first request");
            case FetchOutcome.Throttled throttled ->
                    failed(
                            feed,
                            outcome,
                            "HTTP_" + throttled.statusCode(),
                            "asks to be left alone for "
                                    + throttled
                                            .retryAfter()
                                            .map(Duration::toString)
                                            .orElse("a while"));
            case FetchOutcome.Gone ignored -> failed(feed, outcome, "HTTP_410", "withdrawn");
            case FetchOutcome.Failed failed ->
                    failed(feed, outcome, failed.errorClass(), failed.text());
        };
    }

    private static FeedCheck read(Feed feed, FetchOutcome.Fetched fetched, FeedParser parser) {
        try {
            ParsedFeed document =
                    parser.parse(fetched.body(), fetched.contentType(), fetched.finalUri());
            Optional<Instant> newest =
                    document.entries().stream()
                            .map(Entry::published)
                            .flatMap(Optional::stream)
                            .max(Instant::compareTo);
            return new FeedCheck(
                    feed.getUrl(),
                    OK,
                    document.format(),
                    document.entries().size(),
                    newest.orElse(null),
                    seconds(fetched),
                    document.title());
        } catch (UnreadableFeedException e) {
            return failed(feed, fetched, e.fault().name(), e.text());
        }
    }

    private static FeedCheck failed(Feed feed, FetchOutcome outcome, String verdict, String text) {
        return new FeedCheck(feed.getUrl(), verdict, null, null, null, seconds(outcome), text);
    }

    private static double seconds(FetchOutcome outcome) {
        return outcome.took().toMillis() / 1000.0;
    }
}
