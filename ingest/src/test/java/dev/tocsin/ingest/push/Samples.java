package dev.tocsin.ingest.push;

import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Feeds and keys made up for tests. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    static final String FEED_ID = "0123456789abcdef0123456789abcdef";
    static final String FEED_URL = "http://paper.example/feed.xml";
    static final PushKeys KEYS = keys("an instance secret of thirty-two bytes");
    static final Feed FEED =
            Feed.newBuilder().setId(FEED_ID).setUrl(FEED_URL).setTitle("Paper").build();

    private Samples() {}

    static PushKeys keys(String secret) {
        return new PushKeys(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a healthy feed that names the hub. */
    static FeedCursor cursor(String hub) {
        return FeedCursor.newBuilder()
                .setFeedId(FEED_ID)
                .setState(FeedState.HEALTHY)
                .setHubUrl(hub)
                .setPolls(1)
                .setLastPollAt(NOON)
                .setNextPollAt(NOON.plusSeconds(3600))
                .build();
    }
}
