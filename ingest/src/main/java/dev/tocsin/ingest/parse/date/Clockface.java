package dev.tocsin.ingest.parse.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** A time of day as written. */
record Clockface(int hour, int minute, int second) {
    static final Clockface MIDNIGHT = new Clockface(0, 0, 0);
    private static final int LARGEST_OFFSET_HOURS = 24;

    /**
     * The instant on a day.
     *
     * @param zone such as {@code +0200}, {@code GMT-5}, {@code CEST}; UTC where nobody knows it
     *     <p>What is beyond the last hour, minute or second runs over into the next.
     */
    Instant on(LocalDate day, String zone) {
        LocalDateTime local =
                day.atStartOfDay().plusHours(hour).plusMinutes(minute).plusSeconds(second);
        return local.minus(offset(zone, local)).toInstant(ZoneOffset.UTC);
    }

    private static Duration offset(String zone, LocalDateTime at) {
        String text = zone.toLowerCase(Locale.ROOT);
        if (text.length() > 3 && (text.startsWith("gmt") || text.startsWith("utc"))) {
            text = text.substring(3);
        }
        boolean signed = text.startsWith("+") || text.startsWith("-");
        return signed ? numeric(text) : Zones.named(zone, at).orElse(Duration.ZERO);
    }

    private static Duration numeric(String text) {
        String digits = text.substring(1).replace(":", "");
        int width = Math.min(2, digits.length());
        int hours = Integer.parseInt("0" + digits.substring(0, digits.length() == 3 ? 1 : width));
        String rest = digits.substring(digits.length() == 3 ? 1 : width);
        int minutes =
                rest.isEmpty()
                        ? 0
                        : Integer.parseInt(rest.substring(0, Math.min(2, rest.length())));
        if (hours > LARGEST_OFFSET_HOURS) {
            return Duration.ZERO;
        }
        Duration offset = Duration.ofMinutes(hours * 60L + minutes);
        return text.startsWith("-") ? offset.negated() : offset;
    }
}
