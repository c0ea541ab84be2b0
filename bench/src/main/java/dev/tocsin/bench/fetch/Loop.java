package dev.tocsin.bench.fetch;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.fetch.FetchOutcome;
import dev.tocsin.ingest.fetch.FetchRequest;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.poll.FeedPoller;
import dev.tocsin.ingest.schedule.Cadence;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/**
 * One way to fetch, over and over.
 *
 * @param once some figure of the result, never zero, so that none of the work can be left out
 */
record Loop(String label, IntSupplier once) {
    private static final int CONNECTIONS = 1_000;

    /** The HTTP client that the product uses, as its makers set it up. */
    static CloseableHttpClient bareClient() {
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setMaxConnTotal(CONNECTIONS)
                                .setMaxConnPerRoute(CONNECTIONS)
                                .build())
                .build();
    }

    static EgressClient guardedClient() {
        return new EgressClient(
                new EgressPolicy(
                        List.of("127.0.0.1"), Duration.ofSeconds(30), 10 << 20, "tocsin-bench"));
    }

    static Loop bare(CloseableHttpClient client, URI feed) {
        return new Loop(
                "bare HTTP client, 200",
                () -> {
                    try {
                        return client.execute(
                                new HttpGet(feed),
                                response -> EntityUtils.toByteArray(response.getEntity()).length);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    static Loop fetching(EgressClient client, URI feed) {
        FeedFetcher fetcher = new FeedFetcher(client);
        FetchRequest request = FetchRequest.of(feed);
        return new Loop(
                "FeedFetcher, 200",
                () -> ((FetchOutcome.Fetched) fetcher.fetch(request)).body().length);
    }

    /** Fetched, read and made articles of, as at a first poll. */
    static Loop polling(EgressClient client, URI url) {
        FeedCursor first = cursor(FeedState.NEVER_POLLED).build();
        return polls("FeedPoller, 200, all entries new", client, url, first);
    }

    /** Shows the ETag. */
    static Loop asking(EgressClient client, URI url) {
        Clock clock = Clock.systemUTC();
        FeedCursor known =
                cursor(FeedState.HEALTHY)
                        .setEtag(FeedServer.ETAG)
                        .setLastBodyAt(clock.instant())
                        .setLastSuccessAt(clock.instant())
                        .build();
        return polls("FeedPoller, 304", client, url, known);
    }

    private static Loop polls(String label, EgressClient client, URI url, FeedCursor cursor) {
        FeedPoller poller =
                new FeedPoller(
                        new FeedFetcher(client),
                        new FeedParser(),
                        new Cadence(Duration.ofMinutes(15), Duration.ofDays(1)),
                        Clock.systemUTC(),
                        RandomGenerator.getDefault());
        Feed feed =
                Feed.newBuilder().setId("bench").setUrl(url.toString()).setTitle("Bench").build();
        return new Loop(
                label,
                () -> {
                    FeedCursor next = poller.poll(feed, cursor).cursor();
                    if (next.getLastError().isPresent()) {
                        throw new IllegalStateException(next.getLastErrorText().orElse("failed"));
                    }
                    return (int) next.getPolls();
                });
    }

    private static FeedCursor.Builder cursor(FeedState state) {
        return FeedCursor.newBuilder().setFeedId("bench").setState(state);
    }
}
