package dev.tocsin.sink.alert;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/**
 * Articles as evidence, in the JSON that the table holds and that webhooks are sent. It is taken
 * apart only where words are made of it.
 */
public final class EvidenceText {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<StoredAlert.Evidence>> EVIDENCE =
            new TypeReference<>() {};

    private final String json;

    /**
     * @param json an array of {@link StoredAlert.Evidence}
     */
    public EvidenceText(String json) {
        this.json = json;
    }

    public static EvidenceText of(List<StoredAlert.Evidence> evidence) {
        return new EvidenceText(JSON.writeValueAsString(evidence));
    }

    /** As it is stored. */
    @JsonValue
    @JsonRawValue
    public String json() {
        return json;
    }

    /**
     * The articles, the first ones first.
     *
     * @throws tools.jackson.core.JacksonException if the JSON is something else
     */
    public List<StoredAlert.Evidence> read() {
        return JSON.readValue(json, EVIDENCE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvidenceText text && json.equals(text.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return json;
    }
}
