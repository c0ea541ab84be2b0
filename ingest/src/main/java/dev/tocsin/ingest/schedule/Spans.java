package dev.tocsin.ingest.schedule;

import java.time.Duration;
import java.util.Locale;

/** Durations and rates in words, roughly. */
public final class Spans {
    private Spans() {}

    /** Such as "90 s", "45 min", "6 h" or "12 d". */
    public static String text(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.compareTo(Duration.ofHours(2)) < 0) {
            return duration.toMinutes() + " min";
        }
        return duration.compareTo(Duration.ofDays(2)) < 0
                ? duration.toHours() + " h"
                : duration.toDays() + " d";
    }

    static String perDay(double entriesPerDay) {
        return entriesPerDay < 0.95
                ? "less than an entry a day"
                : String.format(Locale.ROOT, "about %.0f entries a day", entriesPerDay);
    }
}
