package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whatever a server does costs its own exchange one classified outcome, and nobody else anything.
 */
class HostileServerTest {
    private static final int CAP = 300_000;
    private static final List<String> OPEN = List.of("127.0.0.1", "127.0.0.3");
    private static final AtomicInteger REBINDING = new AtomicInteger();
    private static final CountDownLatch OVER = new CountDownLatch(1);
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";

    private static EgressClient patient = client(Duration.ofSeconds(30));
    private static EgressClient hurried = client(Duration.ofMillis(300));
    private static Peer good = new Peer(line -> line.say(GOOD));
    private static long filesBefore;
    private static long threadsBefore;

    static List<HostileCases.Case> cases() {
        return HostileCases.all();
    }

    @BeforeAll
    static void count() {
        patient.get(good.uri("http://127.0.0.1:PORT/"), Map.of());
        filesBefore = files();
        threadsBefore = threads();
    }

    @AfterAll
    static void nothingIsLeftOpen() throws IOException {
        OVER.countDown();
        settles("open files", HostileServerTest::files, filesBefore + 4);
        settles("threads", HostileServerTest::threads, threadsBefore + 8);
        patient.close();
        hurried.close();
        good.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneOutcomeAndTheNextFetchWorks(HostileCases.Case hostile) throws IOException {
        REBINDING.set(0);
        EgressClient client = hostile.takesTime() ? hurried : patient;
        try (Peer peer = new Peer(hostile.script())) {
            assertThat(outcome(client.get(peer.uri(hostile.url()), Map.of())))
                    .as(hostile.name())
                    .isEqualTo(hostile.outcome());
        }
        assertThat(outcome(patient.get(good.uri("http://127.0.0.1:PORT/"), Map.of())))
                .isEqualTo("200");
    }

    @Test
    void thereAreMoreThanTwoHundredOfThem() {
        assertThat(cases()).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    }

    private static String outcome(EgressResult result) {
        return switch (result) {
            case EgressResult.Response response ->
                    response.status()
                            + (response.status() < 300 && response.cutOff() ? " cut" : "");
            case EgressResult.Refused refused -> sentence(refused.error(), refused.text());
            case EgressResult.Failed failed -> sentence(failed.error(), failed.text());
        };
    }

    private static String sentence(EgressError error, String text) {
        assertThat(text)
                .endsWith(".")
                .doesNotContain("\n", "\u0000", "Exception")
                .hasSizeLessThan(500);
        return error.name();
    }

    private static EgressClient client(Duration deadline) {
        return new EgressClient(
                new EgressPolicy(OPEN, deadline, CAP, "tocsin-test"), HostileServerTest::lookup);
    }

    private static InetAddress[] lookup(String host) throws UnknownHostException {
        return switch (host) {
            case "private.example" -> addresses("10.1.2.3");
            case "mixed.example" -> addresses("127.0.0.1", "10.1.2.3");
            case "second.example" -> addresses("127.0.0.3", "127.0.0.1");
            case "rebinding.example" ->
                    addresses(REBINDING.getAndIncrement() == 0 ? "127.0.0.1" : "10.1.2.3");
            case "empty.example" -> addresses();
            case "nowhere.invalid" -> throw new UnknownHostException(host);
            case "servfail.example" ->
                    throw new UnknownHostException(host + ": Temporary failure in name resolution");
            case "mad.example" -> throw new IllegalStateException("mad");
            case "hanging.example" -> hang();
            default -> InetAddress.getAllByName(host);
        };
    }

    private static InetAddress[] hang() {
        try {
            OVER.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new InetAddress[0];
    }

    private static InetAddress[] addresses(String... literals) {
        return List.of(literals).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static void settles(String what, LongSupplier count, long most) {
        Supplier<Boolean> settled = () -> count.getAsLong() <= most;
        for (int i = 0; i < 300 && !settled.get(); i++) {
            sleep();
        }
        assertThat(count.getAsLong()).as(what).isLessThanOrEqualTo(most);
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    private static long threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }
}
