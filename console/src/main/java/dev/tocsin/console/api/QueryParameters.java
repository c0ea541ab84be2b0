package dev.tocsin.console.api;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The query parameters of one request. */
public final class QueryParameters {
    private final Context context;

    private QueryParameters(Context context) {
        this.context = context;
    }

    /**
     * The request's parameters.
     *
     * @param known all that this address understands
     * @throws BadRequestException if there is another, which would else be ignored in silence
     */
    public static QueryParameters of(Context context, String... known) {
        List<String> unknown =
                context.queryParamMap().keySet().stream()
                        .filter(name -> !List.of(known).contains(name))
                        .sorted()
                        .toList();
        if (!unknown.isEmpty()) {
            throw new BadRequestException(
                    "Unknown query parameter: %s. %s understands: %s."
                            .formatted(
                                    String.join(", ", unknown),
                                    context.path(),
                                    known.length == 0 ? "none" : String.join(", ", known)));
        }
        return new QueryParameters(context);
    }

    /** Null if missing or blank. */
    public @Nullable String text(String name) {
        String value = context.queryParam(name);
        return value == null || value.isBlank() ? null : value.replace('\0', ' ').strip();
    }

    /**
     * A whole number.
     *
     * @param otherwise what a missing one means
     * @param most the largest allowed; the least is 1
     * @throws BadRequestException if it is something else
     */
    public int number(String name, int otherwise, int most) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        int number = parsed(name, value, "a number from 1 to " + most, Integer::parseInt);
        if (number < 1 || number > most) {
            throw bad(name, value, "a number from 1 to " + most);
        }
        return number;
    }

    /** The id of a row; null if missing. */
    public @Nullable Long id(String name) {
        String value = text(name);
        return value == null
                ? null
                : parsed(
                        name, value, "a number such as 'next' of an earlier answer", Long::valueOf);
    }

    /** One of the choices, which are in capitals; null if missing. */
    public @Nullable String choice(String name, String... choices) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        String capitals = value.toUpperCase(Locale.ROOT);
        if (!List.of(choices).contains(capitals)) {
            throw bad(name, value, "one of " + String.join(", ", choices));
        }
        return capitals;
    }

    /** A day or a moment; null if missing. */
    public @Nullable Instant time(String name) {
        String value = text(name);
        String wanted = "a date such as 2026-11-24 or a time such as 2026-11-24T08:00:00Z";
        return value == null ? null : parsed(name, value, wanted, QueryParameters::instant);
    }

    ArticleFilter.@Nullable Tier tier(String name) {
        String value = text(name);
        return value == null
                ? null
                : parsed(
                        name,
                        value,
                        "confirmed or related",
                        text -> ArticleFilter.Tier.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    /** ISO 3166-1 alpha-2 in capitals; null if missing. */
    public @Nullable String country(String name) {
        String value = text(name);
        String wanted = "two letters as ISO 3166-1 has them, such as SD";
        return value == null ? null : parsed(name, value, wanted, QueryParameters::countryCode);
    }

    private static String countryCode(String value) {
        if (!value.matches("[A-Za-z]{2}")) {
            throw new IllegalArgumentException("not two letters");
        }
        return value.toUpperCase(Locale.ROOT);
    }

    /** Where the page before ended; null if missing. */
    public @Nullable Cursor cursor(String name) {
        String value = text(name);
        String wanted = "the 'next' of an earlier answer";
        return value == null ? null : parsed(name, value, wanted, Cursor::decode);
    }

    private static Instant instant(String value) {
        Instant instant =
                value.length() == 10
                        ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(value);
        if (Math.abs(instant.atOffset(ZoneOffset.UTC).getYear()) > 9999) {
            throw new IllegalArgumentException("not in the calendar");
        }
        return instant;
    }

    private static <T> T parsed(
            String name, String value, String wanted, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw bad(name, value, wanted);
        }
    }

    private static BadRequestException bad(String name, String value, String wanted) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "..." : value;
        return new BadRequestException(
                "'%s' is not a value for %s; it has to be %s.".formatted(shown, name, wanted));
    }
}
