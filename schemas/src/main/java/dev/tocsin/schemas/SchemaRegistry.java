package dev.tocsin.schemas;

import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

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

/**
 * The two calls of the Confluent schema registry API that writing and reading need. The address is
 * the operator's own, like the broker's, so it does not pass the guard for foreign addresses.
 */
final class SchemaRegistry {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final String address;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final JsonMapper json = new JsonMapper();

    SchemaRegistry(URI address) {
        this.address = address.toString().replaceAll("/+$", "");
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
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
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
        } catch (IOException e) {
            throw new SerializationException(
                    "schema registry " + address + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SerializationException("interrupted while asking the schema registry", e);
        }
    }
}
