package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;

import picocli.CommandLine.Option;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The flag that says how far back to look. */
final class SinceFlag {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})(h|d|w)");

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "How far back, as 12h, 30d, 8w, or a day as 2026-03-01. Default: 30d.")
    private String since = "30d";

    Instant from(Instant now) throws ConfigurationException {
        Matcher span = SPAN.matcher(since);
        if (span.matches()) {
            return now.minus(span(Long.parseLong(span.group(1)), span.group(2)));
        }
        try {
            return LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new ConfigurationException(
                    "--since %s: expected a span as 12h, 30d or 8w, or a day as 2026-03-01"
                            .formatted(since));
        }
    }

    private static Duration span(long amount, String unit) {
        return switch (unit) {
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }
}
