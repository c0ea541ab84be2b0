package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

class HopTest {
    private static final Map<String, String> HEADERS =
            Map.of("authorization", "Bearer x", "Cookie", "a=b", "Accept", "text/xml");
    private final Hop hop = new Hop(URI.create("https://example.org/a/feed"), HEADERS);

    @ParameterizedTest
    @CsvSource({
        "other, https://example.org/a/other",
        "/other, https://example.org/other",
        "//example.net/x, https://example.net/x",
        "https://example.net/x y, https://example.net/x%20y",
        "HTTPS://EXAMPLE.org:443/x, https://example.org:443/x"
    })
    void followsRelativeAndAbsoluteTargets(String location, String target) throws EgressException {
        assertThat(hop.follow(Optional.of(location)).uri()).hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "http://example.org/a/feed",
                "ftp://example.org/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://",
                "https://u:p@example.net/",
                "https://[::1/",
                "https://example.org:99999/"
            })
    void refusesTargetsThatAreNoWebAddressOrLeaveHttps(String location) {
        assertThatThrownBy(() -> hop.follow(Optional.of(location)))
                .isInstanceOfSatisfying(
                        EgressException.class,
                        e -> assertThat(e.error()).isEqualTo(EgressError.BAD_REDIRECT));
    }

    @Test
    void keepsCredentialsWithinTheOrigin() throws EgressException {
        assertThat(hop.follow(Optional.of("https://EXAMPLE.org:443/x")).headers())
                .isEqualTo(HEADERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.net/", "https://example.org:8443/"})
    void dropsCredentialsOnTheWayToAnotherOrigin(String location) throws EgressException {
        assertThat(hop.follow(Optional.of(location)).headers())
                .containsOnly(Map.entry("Accept", "text/xml"));
    }
}
