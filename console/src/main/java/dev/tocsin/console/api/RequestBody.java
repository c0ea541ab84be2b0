package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A JSON object that somebody sent. What is wrong with it is told by field. */
public final class RequestBody {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_LIST = 500;

    private final JsonNode object;
    private final String path;

    private RequestBody(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /**
     * Reads it.
     *
     * @param known all fields that mean something here
     * @throws BadRequestException if it is no JSON object, or has another field
     */
    public static RequestBody of(String text, String... known) {
        try {
            return checked(new RequestBody(JSON.readTree(text), ""), List.of(known));
        } catch (JacksonException e) {
            throw new BadRequestException("The request is no JSON: " + e.getOriginalMessage());
        }
    }

    private static RequestBody checked(RequestBody body, List<String> known) {
        if (!body.object.isObject()) {
            throw new BadRequestException(
                    body.path.isEmpty() ? null : body.path,
                    "A JSON object is wanted, with: " + String.join(", ", known) + ".");
        }
        String unknown =
                body.object.propertyNames().stream()
                        .filter(name -> !known.contains(name))
                        .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw body.bad(
                    unknown, "is not known here. There are: " + String.join(", ", known) + ".");
        }
        return body;
    }

    /** An object in the object; an empty one if it is missing. */
    public RequestBody object(String field, String... known) {
        JsonNode value = value(field);
        return checked(
                new RequestBody(
                        value == null ? JSON.createObjectNode() : value, path + field + "."),
                List.of(known));
    }

    /** Whether it says anything about the field. */
    public boolean has(String field) {
        return value(field) != null;
    }

    /** Null if missing or blank. */
    public @Nullable String text(String field) {
        JsonNode value = value(field);
        return value == null ? null : cleaned(field, value);
    }

    /** A text that has to be there. */
    public String require(String field) {
        String text = text(field);
        if (text == null) {
            throw bad(field, "is missing.");
        }
        return text;
    }

    /** Texts without repetition; empty if missing. */
    public List<String> texts(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > LONGEST_LIST) {
            throw bad(field, "has to be a list of texts, " + LONGEST_LIST + " at most.");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value) {
            String text = cleaned(field, each);
            if (text != null && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Whole numbers; empty if missing. */
    public List<Integer> numbers(String field, int least, int most) {
        JsonNode value = value(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > LONGEST_LIST) {
            throw bad(field, "has to be a list of numbers.");
        }
        return value.valueStream()
                .map(each -> number(field, each, least, most))
                .distinct()
                .sorted()
                .toList();
    }

    /** A whole number. */
    public int number(String field, int otherwise, int least, int most) {
        JsonNode value = value(field);
        return value == null ? otherwise : number(field, value, least, most);
    }

    /** A number with a fraction. */
    public double fraction(String field, double otherwise, double least, double most) {
        JsonNode value = value(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
            throw bad(field, "has to be a number from %s to %s.".formatted(least, most));
        }
        return value.asDouble();
    }

    /** True or false. */
    public boolean flag(String field, boolean otherwise) {
        JsonNode value = value(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw bad(field, "has to be true or false.");
        }
        return value.asBoolean();
    }

    /** One of the constants, in any case. */
    public <E extends Enum<E>> E choice(String field, E otherwise, List<E> choices) {
        String text = text(field);
        if (text == null) {
            return otherwise;
        }
        return choices.stream()
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> bad(field, shown(text) + " is none of " + choices + "."));
    }

    /** What is wrong with a field. */
    public BadRequestException bad(String field, String what) {
        return new BadRequestException(path + field, path + field + " " + what);
    }

    /** A foreign text as messages quote it. */
    public static String shown(String text) {
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "'";
    }

    private int number(String field, JsonNode value, int least, int most) {
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.asInt() < least
                || value.asInt() > most) {
            throw bad(field, "has to be a whole number from %d to %d.".formatted(least, most));
        }
        return value.asInt();
    }

    private @Nullable String cleaned(String field, JsonNode value) {
        if (!value.isString()) {
            throw bad(field, "has to be text.");
        }
        String text = value.asString().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        if (text.length() > LONGEST_TEXT) {
            throw bad(field, "is longer than %d characters.".formatted(LONGEST_TEXT));
        }
        return text.isEmpty() ? null : text;
    }

    private @Nullable JsonNode value(String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
