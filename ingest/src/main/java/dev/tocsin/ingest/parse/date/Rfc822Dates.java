package dev.tocsin.ingest.parse.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The one form that most feeds use, {@code Tue, 05 May 2026 07:00:00 +0200}, read without detour.
 */
final class Rfc822Dates {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final String text;
    private int at;

    private Rfc822Dates(String text) {
        this.text = text;
    }

    static Optional<Instant> parse(String text) {
        try {
            return new Rfc822Dates(text).read();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<Instant> read() {
        skipDayOfWeek();
        int day = number(1, 2);
        int month = space() ? month() : 0;
        int year = space() ? number(4, 4) : -1;
        if (day < 0 || month == 0 || year < 0 || !space()) {
            return Optional.empty();
        }
        Optional<Clockface> time = time();
        if (time.isEmpty() || !(space() || at == text.length())) {
            return Optional.empty();
        }
        String zone = text.substring(at);
        return isZone(zone)
                ? Optional.of(time.get().on(LocalDate.of(year, month, day), zone))
                : Optional.empty();
    }

    private void skipDayOfWeek() {
        int comma = text.indexOf(',');
        if (comma >= 0 && comma < 10) {
            at = comma + 1;
            space();
        }
    }

    private Optional<Clockface> time() {
        int hour = number(1, 2);
        int minute = take(':') ? number(2, 2) : -1;
        int second = take(':') ? number(2, 2) : 0;
        return hour < 0 || minute < 0 || second < 0
                ? Optional.empty()
                : Optional.of(new Clockface(hour, minute, second));
    }

    /** A sign and four digits, or a name that is surely a zone's. */
    private static boolean isZone(String zone) {
        if (zone.length() == 5 && (zone.charAt(0) == '+' || zone.charAt(0) == '-')) {
            return zone.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
        }
        return Zones.isName(zone);
    }

    private int number(int least, int most) {
        int start = at;
        int number = 0;
        while (at < text.length() && at - start < most && isDigit(text.charAt(at))) {
            number = number * 10 + text.charAt(at++) - '0';
        }
        return at - start < least ? -1 : number;
    }

    private int month() {
        if (at + 3 > text.length()) {
            return 0;
        }
        String name = text.substring(at, at + 3).toLowerCase(java.util.Locale.ROOT);
        int index = MONTHS.indexOf(name);
        at += 3;
        return index < 0 || index % 3 != 0 ? 0 : index / 3 + 1;
    }

    private boolean space() {
        int start = at;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at > start;
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
