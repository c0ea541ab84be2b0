package dev.tocsin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.schemas.FeedPush;
import dev.tocsin.schemas.FeedPushKind;

import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

class CallbackServerTest {
    private static final int PARTITION = 3;
    private static final byte[] BODY = "<rss/>".getBytes(UTF_8);
    private static final Subscription SUBSCRIPTION =
            new Subscription(Samples.FEED_ID, URI.create("https://hub.example/"), Samples.FEED_URL);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<FeedPush> handedOn = new CopyOnWriteArrayList<>();
    private final PushCounters counters = new PushCounters();
    private final Map<String, Integer> listed = Map.of(Samples.FEED_ID, PARTITION);
    private boolean loaded = true;
    private boolean kafkaIsAway;
    private CallbackServer server;

    @BeforeEach
    void start() {
        server = server(Duration.ofSeconds(20), 0);
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    private CallbackServer server(Duration patience, int port) {
        Callback.Feeds feeds =
                new Callback.Feeds() {
                    @Override
                    public boolean isLoaded() {
                        return loaded;
                    }

                    @Override
                    public Optional<Integer> partition(String feedId) {
                        return Optional.ofNullable(listed.get(feedId));
                    }
                };
        Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
        PushSettings settings =
                new PushSettings(
                        URI.create("https://tocsin.example/websub"),
                        "127.0.0.1",
                        port,
                        Samples.KEYS,
                        Duration.ZERO);
        Callback callback = new Callback(Samples.KEYS, feeds, this::handOn, counters, clock);
        return CallbackServer.start(settings, callback, counters, patience);
    }

    private void handOn(int partition, FeedPush push) {
        assertThat(partition).isEqualTo(PARTITION);
        if (kafkaIsAway) {
            throw new TimeoutException("away");
        }
        handedOn.add(push);
    }

    @Test
    void aSubscriptionThatWasAskedForIsConfirmedAndTheOwnerHears() throws Exception {
        HttpResponse<String> answer =
                ask(SUBSCRIPTION, "subscribe", "&hub.challenge=c%20123&hub.lease_seconds=864000");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("c 123");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("text/plain; charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        FeedPush push = handedOn.getFirst();
        assertThat(push.getKind()).isEqualTo(FeedPushKind.SUBSCRIBED);
        assertThat(push.getFeedId()).isEqualTo(Samples.FEED_ID);
        assertThat(push.getSubscription()).isEqualTo(SUBSCRIPTION.id());
        assertThat(push.getLeaseUntil()).contains(Samples.NOON.plus(Duration.ofDays(10)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 86400",
        "'&hub.lease_seconds=', 86400",
        "'&hub.lease_seconds=soon', 86400",
        "'&hub.lease_seconds=-5', 86400",
        "'&hub.lease_seconds=1', 60",
        "'&hub.lease_seconds=7200', 7200",
        "'&hub.lease_seconds=99999999999', 2592000",
        "'&hub.lease_seconds=999999999999999999999', 86400",
    })
    void aLeaseIsTakenWithinBounds(String lease, long seconds) throws Exception {
        ask(SUBSCRIPTION, "subscribe", "&hub.challenge=c" + lease);

        assertThat(handedOn.getFirst().getLeaseUntil()).contains(Samples.NOON.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&hub.challenge=", "&hub.challenge=%00", "&hub.challenge=%C3%A9"})
    void anIndecentChallengeIsNotEchoed(String challenge) throws Exception {
        assertThat(ask(SUBSCRIPTION, "subscribe", challenge).statusCode()).isEqualTo(404);
        assertThat(ask(SUBSCRIPTION, "subscribe", "&hub.challenge=" + "x".repeat(1_001)))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(404);
        assertThat(handedOn).isEmpty();
    }

    @Test
    void anotherTopicThanTheOneAskedForIsNotConfirmed() throws Exception {
        URI forged =
                URI.create(
                        url(SUBSCRIPTION)
                                + "?hub.mode=subscribe&hub.challenge=c&hub.topic=https%3A%2F%2Fevil");

        assertThat(get(forged).statusCode()).isEqualTo(404);
        assertThat(handedOn).isEmpty();
    }

    @Test
    void anAddressThatWasNotGivenOutIsNotConfirmed() throws Exception {
        CallbackPath path = CallbackPath.of(SUBSCRIPTION, Samples.KEYS);
        CallbackPath guessed =
                new CallbackPath(path.feedId(), path.subscriptionId(), "0".repeat(32));

        assertThat(get(query(guessed, "subscribe", "&hub.challenge=c")).statusCode())
                .isEqualTo(404);
        assertThat(get(URI.create(base() + "/?hub.mode=subscribe")).statusCode()).isEqualTo(404);
    }

    @Test
    void aFeedThatIsNotPolledIsNeitherSubscribedNorKept() throws Exception {
        Subscription left = unlisted();

        assertThat(ask(left, "subscribe", "&hub.challenge=c").statusCode()).isEqualTo(404);
        assertThat(ask(left, "unsubscribe", "&hub.challenge=c").body()).isEqualTo("c");
        assertThat(ask(SUBSCRIPTION, "unsubscribe", "&hub.challenge=c").statusCode())
                .isEqualTo(404);
        assertThat(handedOn).isEmpty();
    }

    @Test
    void aDenialReachesTheOwner() throws Exception {
        assertThat(ask(SUBSCRIPTION, "denied", "&hub.reason=no").statusCode()).isEqualTo(200);

        assertThat(handedOn).extracting(FeedPush::getKind).containsExactly(FeedPushKind.DENIED);
    }

    @Test
    void whileTheFeedListIsReadAHubIsAskedToComeAgain() throws Exception {
        loaded = false;

        assertThat(ask(SUBSCRIPTION, "subscribe", "&hub.challenge=c").statusCode()).isEqualTo(503);
        assertThat(push(BODY, signed(BODY)).headers().firstValue("Retry-After")).isPresent();
        assertThat(counters.now()).isEqualTo(new PushCounts(1, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"sha1, HmacSHA1", "sha256, HmacSHA256", "sha384, HmacSHA384", "sha512, HmacSHA512"})
    void whatTheHubSignedIsHandedOn(String method, String algorithm) throws Exception {
        HttpResponse<String> answer = push(BODY, signed(method, algorithm, BODY));

        assertThat(answer.statusCode()).isEqualTo(202);
        FeedPush push = handedOn.getFirst();
        assertThat(push.getKind()).isEqualTo(FeedPushKind.CONTENT);
        assertThat(push.getContentType()).contains("application/rss+xml");
        assertThat(push.getReceivedAt()).isEqualTo(Samples.NOON);
        assertThat(push.getBody().orElseThrow().array()).isEqualTo(BODY);
        assertThat(counters.now()).isEqualTo(new PushCounts(1, 1, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=00", "sha256=zz", "md5=00", "nonsense"})
    void whatIsNotSignedRightIsAcceptedAndIgnored(String signature) throws Exception {
        assertThat(push(BODY, signature).statusCode()).isEqualTo(202);
        assertThat(push("other".getBytes(UTF_8), signed(BODY)).statusCode()).isEqualTo(202);

        assertThat(handedOn).isEmpty();
        assertThat(counters.now()).isEqualTo(new PushCounts(2, 0, 2, 0, 0));
    }

    @Test
    void whatIsPushedElsewhereIsUnknown() throws Exception {
        assertThat(post(URI.create(base() + "/nowhere"), BODY, signed(BODY)).statusCode())
                .isEqualTo(404);
        assertThat(post(URI.create(url(unlisted())), BODY, signed(BODY)).statusCode())
                .isEqualTo(410);

        assertThat(handedOn).isEmpty();
        assertThat(counters.now()).isEqualTo(new PushCounts(2, 0, 0, 2, 0));
    }

    @Test
    void aSignedBodyTooLargeForKafkaIsASignal() throws Exception {
        byte[] large = new byte[PushBody.LARGEST_KEPT + 1];

        assertThat(push(large, signed(large)).statusCode()).isEqualTo(202);

        assertThat(handedOn.getFirst().getBody()).isEmpty();
        assertThat(push(large, signed(BODY)).statusCode()).isEqualTo(202);
        assertThat(counters.now()).isEqualTo(new PushCounts(2, 1, 1, 0, 0));
    }

    @Test
    void aBodyOfMoreThanTenMebibytesIsRefused() throws Exception {
        byte[] huge = new byte[PushBody.LARGEST + 1];

        assertThatRefusedOrCutOff(huge);

        assertThat(handedOn).isEmpty();
        assertThat(counters.now()).isEqualTo(new PushCounts(1, 0, 0, 0, 1));
    }

    private void assertThatRefusedOrCutOff(byte[] huge) throws InterruptedException {
        try {
            assertThat(push(huge, signed(huge)).statusCode()).isEqualTo(413);
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("202");
        }
    }

    @Test
    void aSignedBodyWithAnEncodingOrWithoutContentIsASignal() throws Exception {
        HttpRequest encoded =
                HttpRequest.newBuilder(URI.create(url(SUBSCRIPTION)))
                        .header("Content-Encoding", "gzip")
                        .header("X-Hub-Signature", signed(BODY))
                        .POST(BodyPublishers.ofByteArray(BODY))
                        .build();
        http.send(encoded, BodyHandlers.ofString());
        push(new byte[0], signed(new byte[0]));

        assertThat(handedOn).hasSize(2).allMatch(push -> push.getBody().isEmpty());
    }

    @Test
    void whatKafkaDoesNotTakeIsLeftWithTheHub() throws Exception {
        kafkaIsAway = true;

        assertThat(push(BODY, signed(BODY)).statusCode()).isEqualTo(503);
        assertThat(ask(SUBSCRIPTION, "subscribe", "&hub.challenge=c").statusCode()).isEqualTo(503);
        assertThat(counters.now()).isEqualTo(new PushCounts(1, 0, 0, 0, 1));
    }

    @Test
    void otherMethodsAreNotAllowed() throws Exception {
        HttpRequest delete = HttpRequest.newBuilder(URI.create(url(SUBSCRIPTION))).DELETE().build();

        assertThat(http.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void aBodyThatNeverEndsIsCutOff() throws Exception {
        server.close();
        server = server(Duration.ofMillis(200), 0);
        try (Socket slow = halfSent()) {
            assertThat(slow.getInputStream().readAllBytes()).isEmpty();
        }

        await().untilAsserted(
                        () -> assertThat(counters.now()).isEqualTo(new PushCounts(1, 0, 0, 0, 1)));
    }

    @Test
    void whereTooManyPushAtOnceTheNextIsAskedToComeAgain() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 32; i++) {
                slow.add(halfSent());
            }
            await().until(() -> counters.now().received() == 32);

            assertThat(push(BODY, signed(BODY)).statusCode()).isEqualTo(503);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().untilAsserted(
                        () -> assertThat(push(BODY, signed(BODY)).statusCode()).isEqualTo(202));
    }

    @Test
    void aPortInUseIsNamed() {
        assertThatThrownBy(() -> server(Duration.ofSeconds(1), server.port()))
                .isInstanceOf(CallbackPortException.class)
                .hasMessageContaining(Integer.toString(server.port()))
                .hasMessageContaining("websub.port");
    }

    private Socket halfSent() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        String head =
                "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nonly this"
                        .formatted(URI.create(url(SUBSCRIPTION)).getPath());
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static Subscription unlisted() {
        return new Subscription("e".repeat(32), SUBSCRIPTION.hub(), SUBSCRIPTION.topic());
    }

    private String base() {
        return "http://127.0.0.1:" + server.port() + "/websub";
    }

    private String url(Subscription subscription) {
        return CallbackPath.of(subscription, Samples.KEYS).below(URI.create(base())).toString();
    }

    private HttpResponse<String> ask(Subscription subscription, String mode, String more)
            throws IOException, InterruptedException {
        return get(query(CallbackPath.of(subscription, Samples.KEYS), mode, more));
    }

    private URI query(CallbackPath path, String mode, String more) {
        String topic = URLEncoder.encode(SUBSCRIPTION.topic(), UTF_8);
        return URI.create(
                path.below(URI.create(base()))
                        + "?hub.mode=%s&hub.topic=%s%s".formatted(mode, topic, more));
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> push(byte[] body, String signature)
            throws IOException, InterruptedException {
        return post(URI.create(url(SUBSCRIPTION)), body, signature);
    }

    private HttpResponse<String> post(URI uri, byte[] body, String signature)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/rss+xml")
                        .POST(BodyPublishers.ofByteArray(body));
        if (!signature.isEmpty()) {
            request.header("X-Hub-Signature", signature);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String signed(byte[] body) {
        return signed("sha256", "HmacSHA256", body);
    }

    private static String signed(String method, String algorithm, byte[] body) {
        String secret = Samples.KEYS.hubSecret(SUBSCRIPTION.feedId(), SUBSCRIPTION.id());
        byte[] mac = new Signature(algorithm, new byte[0]).mac(secret).doFinal(body);
        return method + '=' + HexFormat.of().formatHex(mac);
    }
}
