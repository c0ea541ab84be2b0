package dev.tocsin.ingest.fetch;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressError;
import dev.tocsin.egress.EgressResult;
import dev.tocsin.ingest.identity.StableId;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Fetches feeds politely. Safe for use by many threads. */
public final class FeedFetcher {
    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9,"
                    + " application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";

    private final EgressClient client;
    private final RetryAfter retryAfter;

    public FeedFetcher(EgressClient client) {
        this(client, Clock.systemUTC());
    }

    /**
     * @param clock tells how far away the date of a Retry-After is
     */
    public FeedFetcher(EgressClient client, Clock clock) {
        this.client = client;
        this.retryAfter = new RetryAfter(clock);
    }

    /** One conditional exchange: sends the validators of the cursor, writes nothing. */
    public FetchOutcome fetch(Feed feed, FeedCursor cursor) {
        try {
            return outcome(client.get(new URI(feed.getUrl()), requestHeaders(cursor)), cursor);
        } catch (URISyntaxException e) {
            String text = "The feed's address is not a URL: " + e.getMessage();
            return new FetchOutcome.Failed(
                    EgressError.BAD_URL.name(),
                    text,
                    FailureKind.HARD,
                    OptionalInt.empty(),
                    Duration.ZERO);
        }
    }

    /** Shim. */
    public FetchOutcome fetch(FetchRequest request) {
        FeedCursor.Builder c =
                FeedCursor.newBuilder()
                        .setFeedId("")
                        .setState(dev.tocsin.schemas.FeedState.UNKNOWN);
        if (!request.unconditional()) {
            c.setEtag(request.etag().orElse(null))
                    .setLastModified(request.lastModified().orElse(null));
        }
        FeedCursor cursor = c.build();
        return outcome(client.get(request.url(), requestHeaders(cursor)), cursor);
    }

    private static Freshness freshness(EgressResult.Response r) {
        return new Freshness(
                r.headers()
                        .first("Cache-Control")
                        .filter(v -> v.startsWith("max-age="))
                        .map(v -> Duration.ofSeconds(Long.parseLong(v.substring(8)))));
    }

    private static final Links NONE = new Links(Optional.empty(), Optional.empty());

    private static Map<String, String> requestHeaders(FeedCursor cursor) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", ACCEPT);
        cursor.getEtag().ifPresent(etag -> headers.put("If-None-Match", etag));
        cursor.getLastModified().ifPresent(date -> headers.put("If-Modified-Since", date));
        return headers;
    }

    private FetchOutcome outcome(EgressResult result, FeedCursor cursor) {
        return switch (result) {
            case EgressResult.Response response -> answered(response, cursor);
            case EgressResult.Refused refused ->
                    unanswered(refused.error(), refused.text(), refused.took());
            case EgressResult.Failed failed ->
                    unanswered(failed.error(), failed.text(), failed.took());
        };
    }

    private static FetchOutcome unanswered(EgressError error, String text, Duration took) {
        return new FetchOutcome.Failed(
                error.name(),
                text,
                error == EgressError.TIMEOUT
                                || error == EgressError.RESET
                                || error == EgressError.CONNECT_FAILED
                        ? FailureKind.TEMPORARY
                        : FailureKind.SOFT,
                OptionalInt.empty(),
                took);
    }

    private FetchOutcome answered(EgressResult.Response response, FeedCursor cursor) {
        return switch (response.status()) {
            case 304 -> notModified(response, cursor);
            case 410 -> new FetchOutcome.Gone(response.took());
            case 429, 503 -> throttled(response);
            default -> response.status() / 100 == 2 ? fetched(response) : rejected(response);
        };
    }

    private static FetchOutcome fetched(EgressResult.Response response) {
        return new FetchOutcome.Fetched(
                response.body(),
                response.headers().first("Content-Type"),
                response.finalUri(),
                response.redirects(),
                response.headers().first("ETag"),
                response.headers().first("Last-Modified"),
                StableId.ofBytes(response.body()),
                response.status(),
                freshness(response),
                NONE,
                response.took());
    }

    private static FetchOutcome notModified(EgressResult.Response response, FeedCursor cursor) {
        Optional<String> etag = response.headers().first("ETag");
        Optional<String> lastModified = response.headers().first("Last-Modified");
        return new FetchOutcome.NotModified(
                etag.or(cursor::getEtag),
                lastModified.or(cursor::getLastModified),
                response.finalUri(),
                response.redirects(),
                freshness(response),
                NONE,
                response.took());
    }

    private FetchOutcome throttled(EgressResult.Response response) {
        return new FetchOutcome.Throttled(
                response.status(),
                response.headers().first("Retry-After").flatMap(retryAfter::read),
                response.took());
    }

    private static FetchOutcome rejected(EgressResult.Response response) {
        String text =
                "%s answered %d instead of a feed."
                        .formatted(response.finalUri(), response.status());
        return new FetchOutcome.Failed(
                "HTTP_" + response.status(),
                text,
                response.status() == 404
                        ? FailureKind.HARD
                        : response.status() >= 500 ? FailureKind.TEMPORARY : FailureKind.SOFT,
                OptionalInt.of(response.status()),
                response.took());
    }
}
