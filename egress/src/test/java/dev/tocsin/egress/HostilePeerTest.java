package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class HostilePeerTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);

    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void end() {
        over.countDown();
    }

    @Test
    void aBodyThatDripsEndsAtTheDeadline() throws IOException {
        EgressResult result =
                ask(
                        SHORT,
                        out -> {
                            out.write(text("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
                            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                                out.write('x');
                                out.flush();
                            }
                        });

        assertThat(error(result)).isEqualTo(EgressError.TIMEOUT);
        assertThat(result.took()).isBetween(SHORT, SHORT.multipliedBy(20));
    }

    @Test
    void headersThatDripEndAtTheDeadline() throws IOException {
        EgressResult result =
                ask(
                        SHORT,
                        out -> {
                            out.write(text("HTTP/1.1 200 OK\r\nX: "));
                            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                                out.write('x');
                                out.flush();
                            }
                        });

        assertThat(error(result)).isEqualTo(EgressError.TIMEOUT);
    }

    @Test
    void silenceEndsAtTheDeadline() throws IOException {
        assertThat(error(ask(SHORT, _ -> over.await()))).isEqualTo(EgressError.TIMEOUT);
    }

    @Test
    void aLookUpThatHangsEndsAtTheDeadline() {
        EgressPolicy policy = policy(SHORT);
        try (EgressClient client =
                new EgressClient(
                        policy,
                        _ -> {
                            awaitEnd();
                            return new java.net.InetAddress[0];
                        })) {
            EgressResult result = client.get(URI.create("http://slow.example/"), Map.of());

            assertThat(error(result)).isEqualTo(EgressError.TIMEOUT);
        }
    }

    @Test
    void aHandshakeThatDripsEndsAtTheDeadline() throws IOException {
        try (RawPeer peer =
                        new RawPeer(out -> {
                            out.write(new byte[] {0x16, 3, 3, 0x3f, 0});
                            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                                out.write(2);
                                out.flush();
                            }
                        });
                EgressClient client = new EgressClient(policy(SHORT))) {
            assertThat(error(client.get(peer.uri("https"), Map.of())))
                    .isEqualTo(EgressError.TIMEOUT);
        }
    }

    @Test
    void manyAddressesThatStayMuteEndAtTheDeadline() throws IOException {
        InetAddress[] addresses =
                IntStream.rangeClosed(1, 60)
                        .mapToObj(i -> InetAddress.ofLiteral("127.0.0." + i))
                        .toArray(InetAddress[]::new);
        EgressPolicy policy =
                new EgressPolicy(List.of("127.0.0.0/8"), SHORT, 1_000_000, "tocsin-test");
        try (Deaf deaf = new Deaf();
                EgressClient client = new EgressClient(policy, _ -> addresses)) {
            EgressResult result = client.get(deaf.uri("mute.example"), Map.of());

            assertThat(error(result)).isEqualTo(EgressError.TIMEOUT);
            assertThat(result.took()).isBetween(SHORT, SHORT.multipliedBy(10));
        }
    }

    @Test
    void aBodyThatNobodyTakesEndsAtTheDeadline() throws IOException {
        try (RawPeer peer = new RawPeer(_ -> over.await());
                EgressClient client = new EgressClient(policy(SHORT))) {
            EgressResult result =
                    client.post(peer.uri("http"), Map.of(), "text/plain", new byte[1024 * 1024]);

            assertThat(error(result)).isEqualTo(EgressError.TIMEOUT);
        }
    }

    @Test
    void anInterruptEndsTheExchangeOfAVirtualThread() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawPeer peer =
                        new RawPeer(_ -> {
                            asked.countDown();
                            over.await();
                        });
                EgressClient client = new EgressClient(policy(PATIENT))) {
            CompletableFuture<EgressResult> result = new CompletableFuture<>();
            Thread thread =
                    Thread.ofVirtual()
                            .start(() -> result.complete(client.get(peer.uri("http"), Map.of())));
            asked.await();
            thread.interrupt();

            assertThat(error(result.join())).isEqualTo(EgressError.RESET);
            assertThat(result.join().took()).isLessThan(PATIENT);
        }
    }

    @Test
    void anAddressIsNotLookedUp() throws IOException {
        try (RawPeer peer = new RawPeer(out -> out.write(text("HTTP/1.1 204 No\r\n\r\n")));
                EgressClient client =
                        new EgressClient(
                                policy(PATIENT),
                                host -> {
                                    throw new java.net.UnknownHostException(host);
                                })) {
            assertThat(client.get(peer.uri("http"), Map.of()))
                    .isInstanceOf(EgressResult.Response.class);
            assertThat(client.get(URI.create("http://[::1]/"), Map.of()))
                    .isInstanceOf(EgressResult.Refused.class);
        }
    }

    @Test
    void tooManyHeadersAreTooLarge() throws IOException {
        String flood = "X-Flood: 1\r\n".repeat(10_000);

        assertThat(error(answer("HTTP/1.1 200 OK\r\n" + flood + "\r\n")))
                .isEqualTo(EgressError.TOO_LARGE);
    }

    @Test
    void aHeaderLineWithoutEndIsTooLarge() throws IOException {
        assertThat(error(answer("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000) + "\r\n\r\n")))
                .isEqualTo(EgressError.TOO_LARGE);
    }

    @Test
    void anEndlessBodyIsTooLarge() throws IOException {
        EgressResult result =
                ask(
                        PATIENT,
                        out -> {
                            out.write(text("HTTP/1.1 200 OK\r\n\r\n"));
                            while (over.getCount() > 0) {
                                out.write(new byte[8192]);
                            }
                        });

        assertThat(error(result)).isEqualTo(EgressError.TOO_LARGE);
    }

    @Test
    void aBodyThatEndsEarlyIsKeptAsFarAsItGoes() throws IOException {
        EgressResult.Response cut =
                (EgressResult.Response)
                        answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort");

        assertThat(cut.cutOff()).isTrue();
        assertThat(cut.body()).asString().isEqualTo("short");
        assertThat(cut.wireBytes()).isEqualTo(5);
    }

    @Test
    void aConnectionClosedWithoutAnAnswerIsAReset() throws IOException {
        assertThat(error(answer(""))).isEqualTo(EgressError.RESET);
    }

    @Test
    void anotherProtocolIsNamedAsSuch() throws IOException {
        assertThat(error(answer("SSH-2.0-OpenSSH\r\n\r\n"))).isEqualTo(EgressError.PROTOCOL);
    }

    @Test
    void aBrokenGzipBodyIsAProtocolError() throws IOException {
        assertThat(
                        error(
                                answer(
                                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
                                                + "\u001f\u008b\u0008nonsense")))
                .isEqualTo(EgressError.PROTOCOL);
    }

    @Test
    void plainHttpOnAnHttpsUrlIsATlsFailure() throws IOException {
        try (RawPeer peer = new RawPeer(out -> out.write(text("HTTP/1.1 400 No\r\n\r\n")));
                EgressClient client = new EgressClient(policy(PATIENT))) {
            assertThat(error(client.get(peer.uri("https"), Map.of())))
                    .isEqualTo(EgressError.TLS_FAILED);
        }
    }

    @Test
    void validatorsComeAndGoByteForByte() throws IOException {
        String odd = "\"caf\u00e9-\u0085;'\"";

        EgressResult result = answer("HTTP/1.1 200 OK\r\nETag: " + odd + "\r\n\r\n");

        assertThat(((EgressResult.Response) result).headers().first("etag")).contains(odd);
    }

    private EgressResult answer(String bytes) throws IOException {
        return ask(PATIENT, out -> out.write(text(bytes)));
    }

    private static EgressResult ask(Duration deadline, RawPeer.Answer answer) throws IOException {
        try (RawPeer peer = new RawPeer(answer);
                EgressClient client = new EgressClient(policy(deadline))) {
            return client.get(peer.uri("http"), Map.of());
        }
    }

    private static EgressPolicy policy(Duration deadline) {
        return new EgressPolicy(List.of("127.0.0.1/32"), deadline, 1_000_000, "tocsin-test");
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static EgressError error(EgressResult result) {
        assertThat(result).isInstanceOf(EgressResult.Failed.class);
        return ((EgressResult.Failed) result).error();
    }

    private static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** Listens, but has no room for another connection, so that connecting hangs. */
    private static final class Deaf implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1);
        private final List<SocketChannel> crowd = new ArrayList<>();

        Deaf() throws IOException {
            for (int i = 0; i < 8; i++) {
                SocketChannel one = SocketChannel.open();
                one.configureBlocking(false);
                one.connect(new InetSocketAddress("127.0.0.1", server.getLocalPort()));
                crowd.add(one);
            }
        }

        URI uri(String host) {
            return URI.create("http://" + host + ':' + server.getLocalPort() + '/');
        }

        @Override
        public void close() throws IOException {
            for (SocketChannel one : crowd) {
                one.close();
            }
            server.close();
        }
    }
}
