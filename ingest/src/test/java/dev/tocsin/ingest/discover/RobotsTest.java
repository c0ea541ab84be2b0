package dev.tocsin.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressPolicy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

class RobotsTest {
    private final EgressClient client =
            new EgressClient(
                    new EgressPolicy(
                            List.of("127.0.0.1"),
                            Duration.ofSeconds(20),
                            2_000_000,
                            "tocsin-test"));
    private final Robots robots = new Robots(client, Clock.systemUTC());
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = new Site();
    }

    @AfterEach
    void close() {
        client.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"404, true", "403, true", "410, true", "500, false", "503, false"})
    void withoutRulesTheStatusDecides(int status, boolean allowed) {
        site.page("/robots.txt", status, "User-agent: *\nDisallow: /");

        assertThat(robots.allows(site.uri("/feed"))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/a, false",
        "/a/open/x, true",
        "/a/open/secret, false",
        "/b.pdf, false",
        "/b.pdf?x, true",
        "/c, true",
        "/d/x/e, false",
        "/robots.txt, true"
    })
    void theLongestRuleWins(String path, boolean allowed) {
        site.page(
                "/robots.txt",
                """
                User-agent: tocsin
                User-agent: other
                Disallow: /a
                Allow: /a/open
                Disallow: /a/open/secret
                Disallow: /*.pdf$
                Disallow: /d/*/e # a comment

                User-agent: *
                Disallow: /
                """);

        assertThat(robots.allows(site.uri(path))).isEqualTo(allowed);
    }

    @Test
    void whatLiesBeyondHalfAMegabyteIsNotRead() {
        String filler = "# nothing\n".repeat(60_000);
        site.page("/robots.txt", "User-agent: *\n" + filler + "Disallow: /\n");

        assertThat(robots.allows(site.uri("/feed"))).isTrue();
    }

    @Test
    void asksOncePerServer() {
        site.page("/robots.txt", "User-agent: *\nDisallow: /x");

        robots.allows(site.uri("/a"));
        robots.allows(site.uri("/b"));

        assertThat(site.asked()).containsExactly("/robots.txt");
    }

    @Test
    void aServerThatCannotBeAskedAllowsNothing() {
        assertThat(robots.allows(URI.create("http://10.0.0.1/"))).isFalse();
    }
}
