package dev.tocsin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressPolicy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

class HubRequestsTest {
    private static final URI CALLBACK = URI.create("https://tocsin.example/websub");
    private static final String OTHER_ID = "f".repeat(32);

    private final EgressClient egress =
            new EgressClient(
                    new EgressPolicy(
                            List.of("127.0.0.1/32"), Duration.ofSeconds(20), 1_000_000, "test"));
    private final HubRequests requests =
            new HubRequests(egress, CALLBACK, Samples.KEYS, Duration.ofMillis(20));
    private HubFake hub;

    @BeforeEach
    void start() throws IOException {
        hub = new HubFake();
    }

    @AfterEach
    void stop() {
        requests.close();
        hub.close();
        egress.close();
    }

    @Test
    void asksForTenDaysWithAnAddressAndASecretThatNobodyCanGuess() {
        Subscription wanted = hub.subscription(Samples.FEED_ID);
        requests.subscribe(wanted);
        awaitRequests(1);

        Map<String, String> form = hub.requests.getFirst();
        assertThat(form)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", Samples.FEED_URL)
                .containsEntry("hub.lease_seconds", "864000")
                .containsEntry("hub.secret", Samples.KEYS.hubSecret(wanted.feedId(), wanted.id()));
        URI callback = URI.create(form.get("hub.callback"));
        assertThat(callback.toString()).startsWith(CALLBACK + "/");
        assertThat(CallbackPath.parse(callback.getPath()).orElseThrow().isGenuine(Samples.KEYS))
                .isTrue();
    }

    @Test
    void unsubscribesWithTheSameTopicAndCallback() {
        requests.subscribe(hub.subscription(Samples.FEED_ID));
        requests.unsubscribe(hub.subscription(Samples.FEED_ID));
        awaitRequests(2);

        assertThat(hub.requests)
                .extracting(form -> form.get("hub.mode"))
                .containsExactly("subscribe", "unsubscribe");
        assertThat(hub.requests.get(1).get("hub.callback"))
                .isEqualTo(hub.requests.get(0).get("hub.callback"));
    }

    @Test
    void aHubIsAskedOneThingAtATime() {
        for (int i = 0; i < 20; i++) {
            requests.subscribe(hub.subscription("%032x".formatted(i)));
        }
        awaitRequests(20);

        assertThat(hub.mostAtOnce).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void aHubInTroubleIsLeftAloneAndAnswersLaterRequestsAgain(int status) {
        hub.status = status;
        hub.gate = new CountDownLatch(1);
        for (int i = 0; i < 20; i++) {
            requests.subscribe(hub.subscription("%032x".formatted(i)));
        }
        hub.gate.countDown();
        awaitRequests(1);

        await().untilAsserted(() -> {
            requests.subscribe(hub.subscription(OTHER_ID));
            assertThat(hub.requests)
                    .anyMatch(form -> form.getOrDefault("hub.callback", "").contains(OTHER_ID));
        });
        assertThat(hub.requests)
                .noneMatch(form ->
                        form.getOrDefault("hub.callback", "").contains("%032x".formatted(19)));
    }

    @Test
    void aRequestThatAHubRefusesDoesNotKeepTheOthersBack() {
        hub.status = 400;
        requests.subscribe(hub.subscription(Samples.FEED_ID));
        requests.subscribe(hub.subscription(OTHER_ID));

        awaitRequests(2);
    }

    @Test
    void aHubThatIsDownHarmsNoOther() {
        requests.subscribe(
                new Subscription(OTHER_ID, URI.create("http://127.0.0.1:1/hub"), Samples.FEED_URL));
        requests.subscribe(hub.subscription(Samples.FEED_ID));

        awaitRequests(1);
    }

    @Test
    void aHubThatRedirectsToAPrivateAddressReachesNothingThere() throws IOException {
        try (HubFake inside = new HubFake();
                EgressClient guarded =
                        new EgressClient(
                                new EgressPolicy(
                                        List.of("127.0.0.1/32"),
                                        Duration.ofSeconds(20),
                                        1_000_000,
                                        "test"));
                HubRequests asking =
                        new HubRequests(guarded, CALLBACK, Samples.KEYS, Duration.ofMillis(20))) {
            hub.status = 307;
            hub.location = inside.url().replace("127.0.0.1", "127.0.0.2");
            asking.subscribe(hub.subscription(Samples.FEED_ID));
            awaitRequests(1);
            hub.location = "";
            hub.status = 202;
            asking.subscribe(hub.subscription(OTHER_ID));
            awaitRequests(2);

            assertThat(inside.requests).isEmpty();
        }
    }

    private void awaitRequests(int count) {
        await().untilAsserted(() -> assertThat(hub.requests).hasSize(count));
    }
}
