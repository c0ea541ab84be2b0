package dev.tocsin.enrich.evaluate;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads labelled articles, one JSON object a line. A date is a day, a month or a year and stands
 * for its end; of a date in another form the year counts. An article without one is of today.
 */
public final class GoldReader {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");
    private static final Pattern YEAR = Pattern.compile("\\b\\d{4}\\b");

    private final Clock clock;

    public GoldReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * The article of a line.
     *
     * @param number of the line, from 1
     * @throws IllegalArgumentException with what is wrong
     */
    public GoldArticle read(int number, String line) {
        JsonNode json = json(line);
        if (!json.path("labels").isArray()) {
            throw new IllegalArgumentException("\"labels\" is missing: expected a list of slugs");
        }
        return new GoldArticle(
                number,
                text(json, "dataset"),
                text(json, "lang"),
                at(text(json, "date")),
                text(json, "title"),
                text(json, "summary"),
                text(json, "body"),
                texts(json.path("labels")),
                texts(json.path("optional")),
                json.path("events").isArray()
                        ? Optional.of(texts(json.path("events")))
                        : Optional.empty(),
                text(json, "label_method").toLowerCase(Locale.ROOT).contains("constructed"),
                json.path("hard_negative").asBoolean(false));
    }

    private static JsonNode json(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (json.isObject()) {
                return json;
            }
            throw new IllegalArgumentException("expected a JSON object");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (value.isString() || value.isMissingNode() || value.isNull()) {
            return value.asString("");
        }
        throw new IllegalArgumentException("\"" + field + "\": expected a text, not " + value);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode each : array) {
            if (!each.isString()) {
                throw new IllegalArgumentException("expected slugs, not " + each);
            }
            texts.add(each.asString());
        }
        return texts;
    }

    private Instant at(String date) {
        if (date.isEmpty()) {
            return clock.instant();
        }
        try {
            return day(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "date \"" + date + "\": expected 2025-05-21, 2025-05 or 2025", e);
        }
    }

    private static LocalDate day(String date) {
        Matcher iso = ISO.matcher(date);
        if (!iso.lookingAt()) {
            Matcher year = YEAR.matcher(date);
            if (!year.find()) {
                throw new DateTimeException(date);
            }
            return LocalDate.of(Integer.parseInt(year.group()), 12, 31);
        }
        return iso.group(1) == null
                ? YearMonth.parse(iso.group()).atEndOfMonth()
                : LocalDate.parse(iso.group());
    }
}
