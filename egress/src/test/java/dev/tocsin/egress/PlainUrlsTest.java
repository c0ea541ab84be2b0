package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.net.URI;

final class PlainUrlsTest {
    private final PlainUrls urls = new PlainUrls();

    @Test
    void aUrlIsTakenApartOnce() throws Exception {
        PlainUrl first = urls.of(URI.create("https://paper.example/feed"));

        assertThat(urls.of(URI.create("https://paper.example/feed"))).isSameAs(first);
    }

    @Test
    void anotherSpellingOfTheSameUrlGoesOutAsItIsSpelt() throws Exception {
        urls.of(URI.create("https://paper.example/%aa"));

        assertThat(urls.of(URI.create("https://paper.example/%AA")).uri())
                .hasToString("https://paper.example/%AA");
    }

    @Test
    void moreUrlsThanAreRememberedAreTakenApartAllTheSame() throws Exception {
        for (int number = 0; number < 10_000; number++) {
            String url = "https://paper.example/" + number;
            assertThat(urls.of(URI.create(url)).uri()).hasToString(url);
        }
    }

    @Test
    void whatCannotBeAskedForIsRefusedEachTime() {
        URI uri = URI.create("ftp://paper.example/");

        assertThatThrownBy(() -> urls.of(uri)).isInstanceOf(EgressException.class);
        assertThatThrownBy(() -> urls.of(uri)).isInstanceOf(EgressException.class);
    }
}
