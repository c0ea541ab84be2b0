package dev.tocsin.app.output;

import tools.jackson.core.JacksonException;
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

    /** What is wrong with a text, without the place, which whoever reads lines knows better. */
    public static String complaint(JacksonException wrong) {
        return wrong.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
    }

    /** Throws Jackson's exception with line and column if the text is no JSON. */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }
}
