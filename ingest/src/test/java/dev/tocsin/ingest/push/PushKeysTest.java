package dev.tocsin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class PushKeysTest {
    private static final Subscription SUBSCRIPTION =
            new Subscription(Samples.FEED_ID, URI.create("https://hub.example/"), Samples.FEED_URL);

    @Test
    void everySubscriptionHasItsOwnTokenAndSecret() {
        String id = SUBSCRIPTION.id();
        String other = id.replace(id.charAt(0), id.charAt(0) == 'a' ? 'b' : 'a');

        assertThat(Samples.KEYS.token("a", id))
                .matches("[0-9a-f]{32}")
                .isEqualTo(Samples.KEYS.token("a", id))
                .isNotEqualTo(Samples.KEYS.token("b", id))
                .isNotEqualTo(Samples.KEYS.token("a", other));
        assertThat(Samples.KEYS.hubSecret("a", id))
                .matches("[0-9a-f]{64}")
                .doesNotStartWith(Samples.KEYS.token("a", id))
                .isNotEqualTo(Samples.KEYS.hubSecret("b", id))
                .isNotEqualTo(Samples.KEYS.hubSecret("a", other));
    }

    @Test
    void anotherInstanceHasOthers() {
        PushKeys others = Samples.keys("another secret that is long enough");

        assertThat(others.token("a", "b")).isNotEqualTo(Samples.KEYS.token("a", "b"));
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> Samples.keys("short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32");
    }

    @Test
    void secretsAndTokensAreNotPrinted() {
        CallbackPath path = CallbackPath.of(SUBSCRIPTION, Samples.KEYS);

        assertThat(Samples.KEYS).hasToString("PushKeys[***]");
        assertThat(path.toString()).contains(Samples.FEED_ID).doesNotContain(path.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://t.example/websub", "https://t.example/websub/"})
    void anAddressThatWasGivenOutIsKnownAgain(String base) {
        URI given = CallbackPath.of(SUBSCRIPTION, Samples.KEYS).below(URI.create(base));

        CallbackPath path = CallbackPath.parse(given.getPath()).orElseThrow();

        assertThat(given.toString()).startsWith("https://t.example/websub/" + Samples.FEED_ID);
        assertThat(path.isGenuine(Samples.KEYS)).isTrue();
        assertThat(path.subscriptionId()).isEqualTo(SUBSCRIPTION.id());
        assertThat(path.isGenuine(Samples.keys("another secret that is long enough"))).isFalse();
    }

    @Test
    void aTokenOfOneFeedIsNoGoodForAnother() {
        CallbackPath path = CallbackPath.of(SUBSCRIPTION, Samples.KEYS);
        CallbackPath forged = new CallbackPath("f".repeat(32), path.subscriptionId(), path.token());

        assertThat(forged.isGenuine(Samples.KEYS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/websub", "/a/b/c", "/../../etc/passwd"})
    void whatWasNeverGivenOutIsNoCallback(String path) {
        assertThat(CallbackPath.parse(path)).isEmpty();
    }
}
