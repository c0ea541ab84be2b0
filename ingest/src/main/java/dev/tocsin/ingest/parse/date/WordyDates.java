package dev.tocsin.ingest.parse.date;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in words: RFC 822, asctime, what browsers show, in any order and many languages. Days of
 * the week and fill words are passed over.
 */
final class WordyDates {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d{1,9})?)?"
                            + "|(\\d{1,9})"
                            + "|((?:(?<=GMT|UTC)|(?<=[\\s\\d]))[+-]\\d{1,2}:?\\d{0,2})"
                            + "|([\\p{L}\\p{M}]+(?:/[A-Za-z_]+)?)");
    private static final Set<String> AFTERNOON = Set.of("pm", "μμ", "오후", "下午", "午後", "م");
    private static final Set<String> MORNING = Set.of("am", "오전", "上午", "午前", "ص", "πμ");
    private static final int MOST_TOKENS = 24;
    private static final int CENTURY_TURNS = 90;

    private final List<String> numbers = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private @Nullable Month month;
    private @Nullable Clockface time;
    private String zone = "";
    private String half = "";

    private WordyDates() {}

    static Optional<Instant> parse(String text) {
        try {
            WordyDates date = new WordyDates();
            date.read(text);
            return date.instant(text);
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private void read(String text) {
        Matcher token = TOKEN.matcher(text);
        for (int i = 0; i < MOST_TOKENS && token.find(); i++) {
            if (token.group(1) != null) {
                time(token);
            } else if (token.group(4) != null) {
                numbers.add(token.group(4));
                places.add(token.start());
            } else if (token.group(5) != null) {
                sign(token);
            } else {
                word(token.group(6));
            }
        }
    }

    private void time(Matcher token) {
        if (time == null) {
            String seconds = token.group(3);
            time =
                    new Clockface(
                            Integer.parseInt(token.group(1)),
                            Integer.parseInt(token.group(2)),
                            seconds == null ? 0 : Integer.parseInt(seconds));
        }
    }

    private void sign(Matcher token) {
        if (time != null && zone.length() <= 3) {
            zone = token.group(5);
        } else {
            numbers.add(token.group(5).substring(1).replace(":", ""));
            places.add(token.start() + 1);
        }
    }

    private void word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (AFTERNOON.contains(lower) || MORNING.contains(lower)) {
            half = half.isEmpty() ? lower : half;
        } else if (time != null && zone.isEmpty() && Zones.isName(word)) {
            zone = word;
        } else {
            month(lower);
        }
    }

    /** An English name is sure; others look like days of the week, which come first. */
    private void month(String word) {
        Optional<Month> english = Months.english(word);
        if (english.isPresent()) {
            month = english.get();
        } else if (month == null || !numbers.isEmpty()) {
            month = Months.foreign(word).orElse(month);
        }
    }

    private Optional<Instant> instant(String text) {
        Optional<LocalDate> day = month == null ? numeric(text) : named(month);
        return day.map(date -> clock().on(date, zone));
    }

    private Clockface clock() {
        Clockface at = time == null ? Clockface.MIDNIGHT : time;
        boolean late = AFTERNOON.contains(half) && at.hour() < 12;
        boolean midnight = MORNING.contains(half) && at.hour() == 12;
        int hour = late ? at.hour() + 12 : midnight ? 0 : at.hour();
        return new Clockface(hour, at.minute(), at.second());
    }

    private Optional<LocalDate> named(Month name) {
        if (numbers.size() < 2) {
            return Optional.empty();
        }
        boolean yearFirst = numbers.get(0).length() == 4;
        String year = numbers.get(yearFirst ? 0 : 1);
        int day = Integer.parseInt(numbers.get(yearFirst ? 1 : 0));
        return year.length() > 4
                ? Optional.empty()
                : Optional.of(LocalDate.of(year(year), name, day));
    }

    /** Three numbers: year first, or day first between dots and where the first is no month. */
    private Optional<LocalDate> numeric(String text) {
        if (numbers.size() < 3) {
            return Optional.empty();
        }
        int first = Integer.parseInt(numbers.get(0));
        int second = Integer.parseInt(numbers.get(1));
        if (numbers.get(0).length() == 4) {
            return Optional.of(LocalDate.of(first, second, Integer.parseInt(numbers.get(2))));
        }
        int year = year(numbers.get(2));
        char between = text.charAt(places.get(0) + numbers.get(0).length());
        boolean dayFirst = between != '/' || first > 12;
        return numbers.get(2).length() > 4
                ? Optional.empty()
                : Optional.of(
                        dayFirst
                                ? LocalDate.of(year, second, first)
                                : LocalDate.of(year, first, second));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year + (year < CENTURY_TURNS ? 2000 : 1900);
    }
}
