package dev.tocsin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.ingest.poll.FeedPoll;
import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class SubscribingPollTest {
    private static final Instant NOON = Samples.NOON;

    private final EgressClient egress =
            new EgressClient(
                    new EgressPolicy(
                            List.of("127.0.0.1/32"), Duration.ofSeconds(20), 1_000_000, "test"));
    private final HubRequests requests =
            new HubRequests(
                    egress, URI.create("https://t.example/"), Samples.KEYS, Duration.ofMillis(1));
    private HubFake hub;
    private FeedCursor cursor;

    @BeforeEach
    void start() throws IOException {
        hub = new HubFake();
        cursor = FeedCursor.newBuilder(Samples.cursor("x")).setHubUrl(null).build();
    }

    @AfterEach
    void stop() {
        requests.close();
        hub.close();
        egress.close();
    }

    @Test
    void theHubThatAFeedNamesIsAskedAndThatIsRemembered() {
        poll(NOON, Samples.cursor(hub.url()));

        assertThat(cursor.getHubRequestedAt()).contains(NOON);
        assertThat(cursor.getHubAttempts()).isEqualTo(1);
        awaitRequests(1);
    }

    @Test
    void untilItsPatienceIsOverAHubIsNotAskedAgain() {
        poll(NOON, Samples.cursor(hub.url()));
        poll(NOON.plusSeconds(600), cursor);
        assertThat(cursor.getHubRequestedAt()).contains(NOON);

        poll(NOON.plusSeconds(3600), cursor);

        assertThat(cursor.getHubRequestedAt()).contains(NOON.plusSeconds(3600));
        assertThat(cursor.getHubAttempts()).isEqualTo(2);
        awaitRequests(2);
    }

    @Test
    void aLeaseIsRenewedBeforeItEnds() {
        poll(NOON, Samples.cursor(hub.url()));
        cursor = Leases.granted(cursor, NOON.plus(Duration.ofDays(8)));
        poll(NOON.plus(Duration.ofDays(5)), cursor);
        assertThat(cursor.getHubRequestedAt()).contains(NOON);

        poll(NOON.plus(Duration.ofDays(7)), cursor);

        assertThat(cursor.getHubRequestedAt()).contains(NOON.plus(Duration.ofDays(7)));
        assertThat(cursor.getHubLeaseUntil()).contains(NOON.plus(Duration.ofDays(8)));
        awaitRequests(2);
    }

    @Test
    void aFeedThatChangesItsHubIsNoLongerPushed() throws IOException {
        poll(NOON, Samples.cursor(hub.url()));
        cursor = Leases.granted(cursor, NOON.plus(Duration.ofDays(8)));
        try (HubFake other = new HubFake()) {
            poll(
                    NOON.plusSeconds(7200),
                    FeedCursor.newBuilder(cursor).setHubUrl(other.url()).build());

            assertThat(cursor.getHubLeaseUntil()).isEmpty();
            await().untilAsserted(() -> assertThat(other.requests).hasSize(1));
        }
    }

    @Test
    void aFeedThatFailsDoesNotAsk() {
        poll(
                NOON,
                FeedCursor.newBuilder(Samples.cursor(hub.url()))
                        .setState(FeedState.FAILING)
                        .build());

        assertThat(cursor.getHubRequestedAt()).isEmpty();
    }

    @Test
    void aFeedWithoutHubDoesNotAsk() {
        FeedCursor plain = FeedCursor.newBuilder(cursor).setPolls(2).build();
        poll(NOON, plain);

        assertThat(cursor).isEqualTo(plain);
    }

    @Test
    void switchedOffALeaseFromBeforeDoesNotCount() {
        FeedCursor leased =
                Leases.granted(Samples.cursor(hub.url()), NOON.plus(Duration.ofDays(8)));
        FeedPoll same = (feed, before) -> result(before);

        PollResult result = WebSub.without(same).poll(Samples.FEED, leased);

        assertThat(result.cursor().getHubLeaseUntil()).isEmpty();
    }

    /** A poll that ends with the given cursor. */
    private void poll(Instant now, FeedCursor after) {
        SubscribingPoll poll =
                new SubscribingPoll(
                        (feed, before) -> result(after),
                        requests,
                        Clock.fixed(now, ZoneOffset.UTC));
        cursor = poll.poll(Samples.FEED, cursor).cursor();
    }

    private static PollResult result(FeedCursor cursor) {
        return new PollResult(Samples.FEED, cursor, List.of(), List.of(), List.of());
    }

    private void awaitRequests(int count) {
        await().untilAsserted(() -> assertThat(hub.requests).hasSize(count));
    }
}
