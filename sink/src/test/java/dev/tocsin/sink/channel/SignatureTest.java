package dev.tocsin.sink.channel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;

import dev.tocsin.sink.targets.Target;
import dev.tocsin.sink.targets.TargetsReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Signatures as the library of the specification checks them. */
final class SignatureTest {
    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir private Path folder = Path.of("");

    @Test
    void theLibraryOfTheSpecificationAcceptsWhatWeSign() throws Exception {
        HttpMessage request = request("\"" + OLD + "\"");

        assertThatCode(() -> verify(OLD, request)).doesNotThrowAnyException();
        assertThatThrownBy(() -> verify(NEW, request))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void duringARotationEitherSecretIsEnough() throws Exception {
        HttpMessage request = request("[" + OLD + ", \"" + NEW + "\"]");

        assertThatCode(() -> verify(OLD, request)).doesNotThrowAnyException();
        assertThatCode(() -> verify(NEW, request)).doesNotThrowAnyException();
    }

    private HttpMessage request(String secrets) throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("alerts.yaml"),
                        "targets:\n  a: {kind: webhook, url: \"https://a.example\", secret: %s}\n"
                                .formatted(secrets));
        Target target = new TargetsReader(Map.of()).read(file).find("a").orElseThrow();
        return Requests.of((Target.Webhook) target, NastyMessages.single(), Instant.now());
    }

    private static void verify(String secret, HttpMessage request) throws Exception {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        new Webhook(secret)
                .verify(
                        new String(request.body(), StandardCharsets.UTF_8),
                        HttpHeaders.of(headers, (_, _) -> true));
    }
}
