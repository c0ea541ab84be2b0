package dev.tocsin.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class HostPartitionTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/feed.xml, example.org",
        "HTTP://Example.ORG:8080/, example.org",
        "https://user:p@ss@example.org/a@b, example.org",
        "https://example.org?x=1, example.org",
        "https://example.org#top, example.org",
        "https://example.org./feed, example.org",
        "https://news_desk.example.org/feed, news_desk.example.org",
        "https://MÜLLER.example/feed, müller.example",
        "https://example.org/a feed|with%zz, example.org",
        "http://[2001:DB8::1]:8080/feed, [2001:db8::1]",
        "' https://example.org/ ', example.org"
    })
    void aHostIsFoundHoweverTheUrlIsSpelt(String url, String host) {
        assertThat(HostPartition.hostOf(url)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no url", "/feed.xml", "mailto:a@example.org", "http:///feed"})
    void textWithoutAHostStandsForItself(String text) {
        assertThat(HostPartition.hostOf(text)).isEqualTo(text);
        assertThat(HostPartition.of(text, 7)).isBetween(0, 6);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/feed, example.org",
        "http://example.org:80/feed, example.org",
        "https://Example.org:443, example.org",
        "https://example.org:8443/feed, example.org:8443",
        "http://127.0.0.1:8081, 127.0.0.1:8081",
        "http://[::1]:8081/x, [::1]:8081",
        "https://example.org/a:8081, example.org",
    })
    void aServerIsAHostWithItsPortUnlessThatIsAUsualOne(String url, String server) {
        assertThat(HostPartition.serverOf(url)).isEqualTo(server);
    }

    @Test
    void allFeedsOfAHostShareAPartition() {
        int partition = HostPartition.of("https://example.org/world.xml", 50);

        assertThat(HostPartition.of("http://EXAMPLE.org:81/sport?x", 50)).isEqualTo(partition);
    }

    @Test
    void hostsSpreadOverAllPartitions() {
        assertThat(
                        IntStream.range(0, 200)
                                .map(i -> HostPartition.of("https://h" + i + ".example/", 8))
                                .boxed()
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void aPartitionNeverChangesBecauseCursorsLieThere() {
        assertThat(HostPartition.of("https://example.org/feed.xml", 16)).isOne();
    }
}
