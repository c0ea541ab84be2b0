package dev.tocsin.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://example.org/a                               | https://example.org/a
                    HTTP://WWW.Example.ORG/News/A                       | https://example.org/News/A
                    http://example.org:80/a                             | https://example.org/a
                    https://example.org:443/a                           | https://example.org/a
                    https://example.org:8443/a                          | https://example.org:8443/a
                    https://example.org./a                              | https://example.org/a
                    https://m.example.org/a                             | https://example.org/a
                    https://www.m.example.org/a                         | https://example.org/a
                    https://amp.example.org/a                           | https://example.org/a
                    https://m.me/a                                      | https://m.me/a
                    https://example.org/a/                              | https://example.org/a
                    https://example.org/a#top                           | https://example.org/a
                    https://example.org/a?b=2&a=1                       | https://example.org/a?b=2&a=1
                    https://example.org/a?&id=7&                        | https://example.org/a?id=7
                    https://example.org/?p=123                          | https://example.org?p=123
                    https://example.org/a?utm_source=rss&UTM_medium=x   | https://example.org/a
                    https://example.org/a?at_medium=RSS&at_campaign=K   | https://example.org/a
                    https://example.org/a?id=7&amp;utm_source=rss       | https://example.org/a?id=7
                    https://example.org/a?CMP=share&id=1&fbclid=Z       | https://example.org/a?id=1
                    https://example.org/a?traffic_source=rss            | https://example.org/a
                    https://example.org/a?ref=rss                       | https://example.org/a
                    https://example.org/a?ref=chapter2                  | https://example.org/a?ref=chapter2
                    https://example.org/a/amp                           | https://example.org/a
                    https://example.org/a/amp/                          | https://example.org/a
                    https://example.org/amp/a                           | https://example.org/a
                    https://example.org/a.amp.html                      | https://example.org/a.html
                    https://example.org/a?amp=1                         | https://example.org/a
                    https://example.org/a?outputType=amp                | https://example.org/a
                    https://example.org/ampoule                         | https://example.org/ampoule
                    https://www.google.com/amp/s/www.example.org/a/amp/ | https://example.org/a
                    https://example-org.cdn.ampproject.org/c/s/example.org/a | https://example.org/a
                    https://user:secret@example.org/a                   | https://example.org/a
                    https://example.org/Київ?q=мир                      | https://example.org/%D0%9A%D0%B8%D1%97%D0%B2?q=%D0%BC%D0%B8%D1%80
                    https://example.org/%d0%9a                          | https://example.org/%D0%9A
                    https://пример.рф/a                                 | https://xn--e1afmkfd.xn--p1ai/a
                    http://[2001:DB8::1]:8080/a                         | https://[2001:db8::1]:8080/a
                    """)
    void givesOneSpellingToAllLinksToAPage(String url, String expected) {
        assertThat(CanonicalUrl.of(url)).contains(expected);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                " ",
                "/news/a",
                "//example.org/a",
                "ftp://example.org/a",
                "mailto:desk@example.org",
                "javascript:alert(1)",
                "tag:example.org,2026:1",
                "https://",
                "https:///a",
                "https://exa mple.org/a",
                "https://[::1/a",
                "https://example.org:port/a",
                "https://example.org",
                "https://www.example.org/",
                "https://example.org/?utm_source=rss"
            })
    void findsNoArticleWhereTheTextNamesNone(String url) {
        assertThat(CanonicalUrl.of(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/%",
                "https://example.org/%z",
                "https://example.org/\uD800",
                "https://\uD800.org/a",
                "https://xn--\u0000.org/a",
                "https://a..b/a",
                "https://-.-/a\u0000\n?\n&&=&",
                "https://@@@/a"
            })
    void survivesOddInput(String url) {
        assertThatCode(() -> CanonicalUrl.of(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://www.example.org/a/?id=7&utm_source=x#y", "http://m.пример.рф/Ж/"})
    void isAFixedPoint(String url) {
        String once = CanonicalUrl.of(url).orElseThrow();

        assertThat(CanonicalUrl.of(once)).contains(once);
    }
}
