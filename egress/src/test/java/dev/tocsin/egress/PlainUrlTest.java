package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class PlainUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP://Paper.Example. | http://paper.example/",
                "https://paper.example:/a?b=c#d | https://paper.example/a?b=c",
                "http://b\u00fccher.example/\u00e4?\u00f6 | http://xn--bcher-kva.example/%C3%A4?%C3%B6",
                "http://my_paper.example/ | http://my_paper.example/",
                "http://\uff11\uff12\uff17.0.0.1/ | http://127.0.0.1/",
                "http://paper\u3002example/ | http://paper.example/",
                "http://[::FFFF:127.0.0.1]:8080/ | http://[::ffff:127.0.0.1]:8080/",
                "http://paper.example//a//b | http://paper.example//a//b",
                "http://paper.example:591/x | http://paper.example:591/x"
            })
    void hasOneSpelling(String spelt, String plain) throws EgressException {
        assertThat(PlainUrl.of(URI.create(spelt)).uri()).hasToString(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://0177.0.0.1/",
                "http://0x7f.0.0.1/",
                "http://0x7f000001/",
                "http://2130706433/",
                "http://127.1/",
                "http://127.0.0.1.5/",
                "http://127.0.0.256/",
                "http://127.0.0.01/",
                "http://%31%32%37.0.0.1/",
                "http://127.0.0.1%2f@paper.example@x/",
                "http://paper.example%00.evil.example/",
                "http://[fe80::1%25eth0]/",
                "http://[::1/",
                "http://a@b@c/",
                "http://.paper.example/",
                "http://paper..example/",
                "http://paper.example:22/",
                "http://paper.example:0/",
                "http://paper.example:65536/",
                "http://paper.example:6667/",
                "http://paper.example:8o/",
                "ftp://paper.example/",
                "http:paper.example",
                "http:///paper.example"
            })
    void refusesWhatHasNone(String spelt) {
        assertThatThrownBy(() -> PlainUrl.of(new URI(spelt)))
                .satisfiesAnyOf(
                        e -> assertThat(e).isInstanceOf(EgressException.class),
                        e -> assertThat(e).isInstanceOf(java.net.URISyntaxException.class));
    }

    @Test
    void aLoginIsAHeaderAndNoPartOfTheUrl() throws EgressException {
        PlainUrl url = PlainUrl.of(URI.create("https://desk:p%40ss+1@paper.example/feed"));

        assertThat(url.uri()).hasToString("https://paper.example/feed");
        assertThat(url.authorization()).contains("Basic ZGVzazpwQHNzKzE=");
        assertThat(PlainUrl.of(URI.create("https://@paper.example/")).authorization()).isEmpty();
        assertThat(PlainUrl.of(URI.create("https://desk@paper.example/")).authorization())
                .contains("Basic ZGVzazo=");
    }
}
