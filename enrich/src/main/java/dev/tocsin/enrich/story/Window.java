package dev.tocsin.enrich.story;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The articles that are compared, by number and by id, with the report each belongs to. */
final class Window {
    private Report[] reports = new Report[1 << 10];
    private Entry[] entries = new Entry[1 << 10];
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> byLanguage = new HashMap<>();
    private int oldest;
    private int next;

    int oldest() {
        return oldest;
    }

    int next() {
        return next;
    }

    int size() {
        return next - oldest;
    }

    boolean contains(int number) {
        return number >= oldest && number < next;
    }

    Entry entry(int number) {
        return entries[number & (entries.length - 1)];
    }

    Report report(int number) {
        return reports[number & (entries.length - 1)];
    }

    /** The report of an article, null if it is not in the window. */
    @Nullable Report find(String article) {
        Integer number = numbers.get(article);
        return number == null ? null : report(number);
    }

    int inLanguage(String language) {
        return byLanguage.getOrDefault(language, 0);
    }

    void add(Entry entry, Report report) {
        if (size() == entries.length) {
            grow();
        }
        enter(entry, report);
        numbers.put(entry.id(), entry.number());
        byLanguage.merge(entry.language(), 1, Integer::sum);
        next++;
    }

    private void enter(Entry entry, Report report) {
        int place = entry.number() & (entries.length - 1);
        entries[place] = entry;
        reports[place] = report;
    }

    Entry removeOldest() {
        Entry entry = entry(oldest++);
        numbers.remove(entry.id());
        byLanguage.computeIfPresent(
                entry.language(), (language, count) -> count == 1 ? null : count - 1);
        return entry;
    }

    /** Oldest first. */
    List<Entry> entries() {
        List<Entry> all = new ArrayList<>(size());
        for (int number = oldest; number < next; number++) {
            all.add(entry(number));
        }
        return all;
    }

    void startAt(int number) {
        oldest = number;
        next = number;
    }

    private void grow() {
        Entry[] oldEntries = entries;
        Report[] oldReports = reports;
        entries = new Entry[oldEntries.length * 2];
        reports = new Report[oldEntries.length * 2];
        for (int number = oldest; number < next; number++) {
            int place = number & (oldEntries.length - 1);
            enter(oldEntries[place], oldReports[place]);
        }
    }
}
