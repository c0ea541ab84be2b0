package dev.tocsin.ingest.parse;

import org.jdom2.Element;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How and where a publisher asks to be polled: ttl, syndication, skip times, links rel=hub and
 * self.
 */
record Wishes(
        Optional<Duration> updateInterval,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        Optional<String> hub,
        Optional<String> self) {
    private static final int LONGEST_NUMBER = 6;
    private static final int HOURS = 24;
    private static final Map<String, Duration> PERIODS =
            Map.of(
                    "hourly", Duration.ofHours(1),
                    "daily", Duration.ofDays(1),
                    "weekly", Duration.ofDays(7),
                    "monthly", Duration.ofDays(30),
                    "yearly", Duration.ofDays(365));

    static Wishes of(Element head, Links links) {
        List<Element> own = head.getChildren().stream().filter(child -> !isEntry(child)).toList();
        return new Wishes(
                interval(own),
                hours(own),
                days(own),
                link(own, "hub", links),
                link(own, "self", links));
    }

    private static boolean isEntry(Element element) {
        return element.getName().equals("item") || element.getName().equals("entry");
    }

    private static Optional<Duration> interval(List<Element> head) {
        return texts(head, "minutes")
                .flatMap(text -> number(text).stream())
                .findFirst()
                .map(Duration::ofMinutes)
                .or(() -> period(head));
    }

    private static Optional<Duration> period(List<Element> head) {
        long times =
                texts(head, "updatefrequency")
                        .flatMap(text -> number(text).stream())
                        .findFirst()
                        .orElse(1L);
        return texts(head, "updateperiod")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .flatMap(text -> Stream.ofNullable(PERIODS.get(text)))
                .findFirst()
                .map(period -> period.dividedBy(times));
    }

    private static Set<Integer> hours(List<Element> head) {
        Set<Integer> hours = new TreeSet<>();
        texts(head, "hour")
                .filter(text -> text.matches("\\d{1,2}"))
                .map(Integer::parseInt)
                .filter(hour -> hour <= HOURS)
                .forEach(hour -> hours.add(hour % HOURS));
        return hours;
    }

    private static Set<DayOfWeek> days(List<Element> head) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        texts(head, "day")
                .map(text -> text.toUpperCase(Locale.ROOT))
                .forEach(text ->
                        Stream.of(DayOfWeek.values())
                                .filter(day -> day.name().equals(text))
                                .forEach(days::add));
        return days;
    }

    private static Optional<String> link(List<Element> head, String rel, Links links) {
        return head.stream()
                .filter(child -> child.getName().equals("address"))
                .filter(child -> rel.equalsIgnoreCase(child.getAttributeValue("rel", "").strip()))
                .flatMap(child -> Stream.ofNullable(child.getAttributeValue("href")))
                .flatMap(href -> Links.web(links.claimed(href)).stream())
                .findFirst();
    }

    private static Stream<String> texts(List<Element> head, String name) {
        return head.stream()
                .filter(child -> child.getName().equals(name))
                .map(child -> child.getText().strip());
    }

    private static Optional<Long> number(String digits) {
        boolean isNumber = digits.length() <= LONGEST_NUMBER && digits.matches("\\d+");
        return isNumber ? Optional.of(Long.valueOf(digits)).filter(n -> n > 0) : Optional.empty();
    }
}
