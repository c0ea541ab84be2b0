package dev.tocsin.ingest.poll;

import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedEvent;
import dev.tocsin.schemas.FeedEventKind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects what people should hear about one poll. */
final class Happenings {
    private final Feed feed;
    private final Instant now;
    private final List<FeedEvent> events = new ArrayList<>();

    Happenings(Feed feed, Instant now) {
        this.feed = feed;
        this.now = now;
    }

    void add(FeedEventKind kind, String sentence) {
        events.add(
                FeedEvent.newBuilder()
                        .setFeedId(feed.getId())
                        .setFeedUrl(feed.getUrl())
                        .setFeedTitle(feed.getTitle())
                        .setAt(now)
                        .setKind(kind)
                        .setText(sentence)
                        .build());
    }

    List<FeedEvent> all() {
        return List.copyOf(events);
    }
}
