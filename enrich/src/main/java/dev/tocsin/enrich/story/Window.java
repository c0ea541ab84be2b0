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
    private final Map<String, Report> byArticle = new HashMap<>();
    private final Names languages = new Names();
    private final Names publishers = new Names();
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
        return byArticle.get(article);
    }

    int inLanguage(String language) {
        return languages.articles(language);
    }

    String sameLanguage(String language) {
        return languages.same(language);
    }

    String samePublisher(String publisher) {
        return publishers.same(publisher);
    }

    void add(Entry entry, Report report) {
        if (size() == entries.length) {
            grow();
        }
        enter(entry, report);
        byArticle.put(entry.id(), report);
        languages.add(entry.language());
        publishers.add(entry.publisher());
        next++;
    }

    private void enter(Entry entry, Report report) {
        int place = entry.number() & (entries.length - 1);
        entries[place] = entry;
        reports[place] = report;
    }

    Entry removeOldest() {
        Entry entry = entry(oldest++);
        byArticle.remove(entry.id());
        languages.remove(entry.language());
        publishers.remove(entry.publisher());
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
