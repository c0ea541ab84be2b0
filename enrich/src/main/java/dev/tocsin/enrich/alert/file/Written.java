package dev.tocsin.enrich.alert.file;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written in rules, as values; empty where the text is something else. */
final class Written {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(m|h|d)");
    private static final Pattern TIMES =
            Pattern.compile("(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})(?:\\s+(\\S+))?");
    private static final Pattern DAILY =
            Pattern.compile("daily(?:\\s+(\\d{1,2}:\\d{2}))?(?:\\s+(\\S+))?");
    private static final Pattern RATE = Pattern.compile("(\\d{1,4})(?:\\s*(?:per|an|/)\\s*hour)?");
    private static final int EIGHT = 8 * 60;

    private Written() {}

    /**
     * From one minute of the day to another, in a zone.
     *
     * @param zone empty if none is written; not checked
     */
    record Times(int from, int to, Optional<String> zone) {}

    /** The same minute every day. */
    record Daily(int at, Optional<String> zone) {}

    static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true", "yes" -> Optional.of(true);
            case "false", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Function<String, Optional<Integer>> number(int least, int most) {
        return text ->
                text.matches("\\d{1,9}")
                        ? Optional.of(Integer.parseInt(text)).filter(n -> n >= least && n <= most)
                        : Optional.empty();
    }

    static Optional<Double> deviations(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,3})?")
                ? Optional.of(Double.parseDouble(text)).filter(n -> n >= 1 && n <= 100)
                : Optional.empty();
    }

    static Optional<Duration> duration(String text) {
        Matcher written = DURATION.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(written.group(1));
        return Optional.of(
                switch (written.group(2)) {
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    /** Whole hours, a week at most. */
    static Optional<Integer> hours(String text) {
        return duration(text)
                .filter(each -> each.toMinutes() % 60 == 0)
                .map(each -> (int) each.toHours())
                .filter(hours -> hours >= 1 && hours <= 168);
    }

    static Optional<Integer> perHour(String text) {
        Matcher written = RATE.matcher(text);
        return written.matches()
                ? Optional.of(Integer.parseInt(written.group(1))).filter(n -> n > 0)
                : Optional.empty();
    }

    static Optional<Times> times(String text) {
        Matcher written = TIMES.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        Optional<Integer> from = minute(written.group(1));
        Optional<Integer> to = minute(written.group(2));
        return from.isPresent() && to.isPresent() && !from.equals(to)
                ? Optional.of(
                        new Times(from.get(), to.get(), Optional.ofNullable(written.group(3))))
                : Optional.empty();
    }

    static Optional<Daily> daily(String text) {
        Matcher written = DAILY.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        Optional<Integer> at =
                written.group(1) == null ? Optional.of(EIGHT) : minute(written.group(1));
        return at.map(minute -> new Daily(minute, Optional.ofNullable(written.group(2))));
    }

    private static Optional<Integer> minute(String time) {
        try {
            LocalTime at = LocalTime.parse(time.length() == 4 ? "0" + time : time);
            return Optional.of(at.getHour() * 60 + at.getMinute());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static boolean isZone(String name) {
        return ZONES.contains(name) || name.equals("UTC");
    }

    static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();
}
