package dev.tocsin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class SignatureTest {
    private static final byte[] BODY =
            "The quick brown fox jumps over the lazy dog".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "sha1=de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9",
        "SHA1 = DE7C9B85B8B78AA6BC8A7A36F70A90701C9DB4D9",
        "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
    })
    void knownSignaturesMatchTheirKeyAndBodyOnly(String header) {
        Signature signature = Signature.parse(header).orElseThrow();

        assertThat(signature.matches(signature.mac("key").doFinal(BODY))).isTrue();
        assertThat(signature.matches(signature.mac("other").doFinal(BODY))).isFalse();
        assertThat(signature.matches(signature.mac("key").doFinal(new byte[1]))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"sha384, HmacSHA384", "sha512, HmacSHA512"})
    void theLongerAlgorithmsAreKnownToo(String method, String algorithm) throws Exception {
        Mac hub = Mac.getInstance(algorithm);
        hub.init(new SecretKeySpec("key".getBytes(US_ASCII), algorithm));
        String header = method + '=' + HexFormat.of().formatHex(hub.doFinal(BODY));

        Signature signature = Signature.parse(header).orElseThrow();

        assertThat(signature.matches(signature.mac("key").doFinal(BODY))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256", "md5=00", "sha256=xyz", "sha256=0", "=00", "none="})
    void whatIsOfAnotherFormIsNoSignature(String header) {
        assertThat(Signature.parse(header)).isEmpty();
    }

    @Test
    void aMissingHeaderIsNoSignature() {
        assertThat(Signature.parse(null)).isEmpty();
    }

    @Test
    void aPartOfASignatureDoesNotMatch() {
        Signature signature = Signature.parse("sha256=f7bc").orElseThrow();

        assertThat(signature.matches(signature.mac("key").doFinal(BODY))).isFalse();
    }
}
