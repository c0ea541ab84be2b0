package dev.tocsin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Optional;

class SubscriptionTest {
    private static final String HUB = "https://hub.example/";

    @Test
    void aFeedWithoutHubWantsNothing() {
        FeedCursor cursor = FeedCursor.newBuilder(Samples.cursor(HUB)).setHubUrl(null).build();

        assertThat(Subscription.of(Samples.FEED, cursor)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hub.example", "ftp://hub.example/", "https://a b/", "mailto:a@b"})
    void whatIsNoWebAddressIsNoHub(String hub) {
        assertThat(wanted(Samples.FEED_URL, hub)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://hub.example/push, https://hub.example/push",
        "https://hub.example/push, https://hub.example/push",
        "http://hub.example:8080/push, http://hub.example:8080/push",
    })
    void aHubIsAskedOverHttpsUnlessItNamesAPort(String named, URI asked) {
        assertThat(wanted(Samples.FEED_URL, named).orElseThrow().hub()).isEqualTo(asked);
    }

    @Test
    void aSecretForASafeFeedIsNotSentToAnUnsafeHub() {
        assertThat(wanted("https://paper.example/feed.xml", "http://hub.example:8080/")).isEmpty();
    }

    @Test
    void theTopicIsWhatTheFeedCallsItself() {
        FeedCursor cursor =
                FeedCursor.newBuilder(Samples.cursor(HUB))
                        .setSelfUrl("https://paper.example/canonical")
                        .build();

        assertThat(Subscription.of(Samples.FEED, cursor).orElseThrow().topic())
                .isEqualTo("https://paper.example/canonical");
    }

    @Test
    void withoutAUsableNameTheTopicIsWhereTheFeedIsPolled() {
        FeedCursor moved =
                FeedCursor.newBuilder(Samples.cursor(HUB))
                        .setSelfUrl("/feed")
                        .setMovedTo("https://paper.example/new")
                        .build();

        assertThat(wanted(Samples.FEED_URL, HUB).orElseThrow().topic()).isEqualTo(Samples.FEED_URL);
        assertThat(Subscription.of(Samples.FEED, moved).orElseThrow().topic())
                .isEqualTo("https://paper.example/new");
    }

    @Test
    void anotherHubOrAnotherTopicIsAnotherSubscription() {
        Subscription one = subscription("https://a.example/", "https://paper.example/1");

        assertThat(one.id()).matches("[0-9a-f]{32}");
        assertThat(one.id())
                .isNotEqualTo(subscription("https://b.example/", "https://paper.example/1").id())
                .isNotEqualTo(subscription("https://a.example/", "https://paper.example/2").id());
        assertThat(Subscription.isOfTopic(one.id(), "https://paper.example/1")).isTrue();
        assertThat(Subscription.isOfTopic(one.id(), "https://paper.example/2")).isFalse();
    }

    private static Subscription subscription(String hub, String topic) {
        return new Subscription(Samples.FEED_ID, URI.create(hub), topic);
    }

    private static Optional<Subscription> wanted(String feedUrl, String hub) {
        Feed feed = Feed.newBuilder(Samples.FEED).setUrl(feedUrl).build();
        return Subscription.of(feed, Samples.cursor(hub));
    }
}
