package dev.tocsin.schemas;

import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The two calls of the Confluent schema registry API that writing and reading need. A registry that
 * does not answer, or answers that it is ill, is waited for. The address is the operator's own,
 * like the broker's, so it does not pass the guard for foreign addresses.
 */
final class SchemaRegistry {
    private static final Logger log = LoggerFactory.getLogger(SchemaRegistry.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final String address;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final JsonMapper json = new JsonMapper();

    /**
     * @param patience how long a registry is waited for that does not answer
     */
    SchemaRegistry(URI address, Duration patience) {
        this.address = address.toString().replaceAll("/+$", "");
        this.patience = patience;
    }

    /** The id of the schema under the subject; registers it if it is new there. */
    int register(String subject, Schema schema) {
        String body = json.writeValueAsString(Map.of("schema", schema.toString()));
        HttpRequest request =
                request(
                                "/subjects/"
                                        + URLEncoder.encode(subject, StandardCharsets.UTF_8)
                                        + "/versions")
                        .header("Content-Type", MEDIA_TYPE)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return answer(request).path("id").asInt();
    }

    /** The schema with the id. */
    Schema schema(int id) {
        JsonNode answer = answer(request("/schemas/ids/" + id).GET().build());
        return new Schema.Parser().parse(answer.path("schema").asString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(TIMEOUT)
                .header("Accept", MEDIA_TYPE + ", application/json");
    }

    private JsonNode answer(HttpRequest request) {
        HttpResponse<String> response = send(request);
        if (response.statusCode() == 404) {
            throw new UnreadableRecordException(
                    "schema registry knows nothing of " + request.uri());
        }
        if (response.statusCode() / 100 != 2) {
            throw new SerializationException(
                    "schema registry answered %d to %s %s: %s"
                            .formatted(
                                    response.statusCode(),
                                    request.method(),
                                    request.uri(),
                                    response.body()));
        }
        return json.readTree(response.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (boolean isTold = false; ; isTold = true) {
            Optional<HttpResponse<String>> answered = attempt(request, deadline);
            if (answered.isPresent()) {
                return answered.get();
            }
            if (!isTold) {
                log.atWarn()
                        .addKeyValue("at", address)
                        .addKeyValue("forSeconds", patience.toSeconds())
                        .log("waiting for the schema registry");
            }
        }
    }

    /** Empty, after a pause, if it is worth trying again. */
    private Optional<HttpResponse<String>> attempt(HttpRequest request, long deadline) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 5 || System.nanoTime() >= deadline) {
                return Optional.of(response);
            }
        } catch (IOException e) {
            if (System.nanoTime() >= deadline) {
                throw new SerializationException(
                        "schema registry " + address + " cannot be reached", e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        pause();
        return Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static SerializationException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SerializationException("interrupted while asking the schema registry", e);
    }
}
