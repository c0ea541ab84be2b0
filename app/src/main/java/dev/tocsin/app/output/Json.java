package dev.tocsin.app.output;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the commands print and read it; instants in ISO 8601. */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    /** One line without a break. */
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** For people's eyes and machines alike. */
    public static String pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** Throws Jackson's exception with line and column if the text is no JSON. */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }
}
