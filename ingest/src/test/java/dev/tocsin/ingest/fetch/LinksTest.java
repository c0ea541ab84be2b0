package dev.tocsin.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.egress.ResponseHeaders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class LinksTest {
    private static final URI BASE = URI.create("https://paper.example/news/feed");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://hub.example/>; rel=\"hub\"",
                "<https://hub.example/>;rel=hub",
                "<https://hub.example/>; title=\"a, b; c\"; REL=\"nofollow HUB\"",
                "</style.css>; rel=preload, <https://hub.example/>; rel=hub",
                "<//hub.example/>; rel=hub",
                "<mailto:a@b.example>; rel=hub, <https://hub.example/>; rel=hub",
                "<http://[oops>; rel=hub, <https://hub.example/>; rel=hub"
            })
    void findsTheHub(String header) {
        assertThat(links(header).hub()).contains(URI.create("https://hub.example/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<https://hub.example/>",
                "<https://hub.example/>; rel=github",
                "<https://hub.example/>; title=x; rel=next; rel=hub",
                "https://hub.example/; rel=hub",
                "<https://hub.example/; rel=hub",
                "<javascript:alert(1)>; rel=hub",
                "<;;;,,,\"\"\"\">"
            })
    void findsNoneWhereThereIsNone(String header) {
        assertThat(links(header).hub()).isEmpty();
    }

    @Test
    void namesAreRelativeToWhereTheAnswerCameFrom() {
        assertThat(links("<?page=1>; rel=self").self())
                .isEqualTo(Optional.of(BASE.resolve("?page=1")));
        assertThat(links("<rss>; rel=self", "</hub>; rel=hub"))
                .isEqualTo(
                        new Links(
                                Optional.of(URI.create("https://paper.example/hub")),
                                Optional.of(URI.create("https://paper.example/news/rss"))));
    }

    @Test
    void aHeaderOfRubbishIsReadInNoTime() {
        assertThat(links("<x>" + ";\"".repeat(8_000)).hub()).isEmpty();
    }

    private static Links links(String... headers) {
        return Links.of(ResponseHeaders.of(Map.of("Link", List.of(headers))), BASE);
    }
}
