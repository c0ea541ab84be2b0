package dev.tocsin.enrich.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A story while it is in the window. Mutable. */
final class Cluster {
    private static final Comparator<Report> BY_AGE = Comparator.comparingInt(Report::number);

    private final String id;
    private final List<Report> reports = new ArrayList<>(1);
    private final List<String> formerIds = new ArrayList<>();
    private String title;
    private Past past;
    private boolean corrected;

    Cluster(String id, String title, Past past, boolean corrected) {
        this.id = id;
        this.title = title;
        this.past = past;
        this.corrected = corrected;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    void setTitle(String better) {
        title = better;
    }

    /** Ids of stories that have become part of this one. */
    List<String> formerIds() {
        return Collections.unmodifiableList(formerIds);
    }

    Past past() {
        return past;
    }

    boolean isCorrected() {
        return corrected;
    }

    void correct() {
        corrected = true;
    }

    /** Texts with an article in the window, oldest first. */
    List<Report> reports() {
        return Collections.unmodifiableList(reports);
    }

    boolean isEmpty() {
        return reports.isEmpty();
    }

    /** Takes reports over from wherever they were. */
    void takeOver(List<Report> others) {
        for (Report report : others) {
            report.cluster().reports.remove(report);
            report.moveTo(this);
        }
        reports.addAll(others);
        reports.sort(BY_AGE);
    }

    /** Becomes what another story was, too. */
    void succeed(Cluster other) {
        past = past.and(other.past);
        formerIds.addAll(other.formerIds);
        formerIds.add(other.id);
    }

    void restoreFormerIds(List<String> ids) {
        formerIds.addAll(ids);
    }

    /** An article leaves the window; the last one takes its text with it. */
    void leave(Report report, Entry entry) {
        report.remove(entry);
        past = past.and(entry, report);
        if (report.live().isEmpty()) {
            reports.remove(report);
        }
    }

    private Stream<Entry> live() {
        return reports.stream().flatMap(report -> report.live().stream());
    }

    Story story() {
        TreeSet<String> origins = new TreeSet<>(past.origins());
        reports.forEach(report -> origins.add(report.first().publisher()));
        TreeSet<String> languages = new TreeSet<>(past.languages());
        TreeSet<String> conflictTopics = new TreeSet<>(past.conflictTopics());
        live().forEach(entry -> {
            languages.add(entry.language());
            conflictTopics.addAll(entry.conflictTopics().names());
        });
        LongSummaryStatistics times = live().mapToLong(Entry::atMillis).summaryStatistics();
        return new Story(
                id,
                title,
                Instant.ofEpochMilli(Math.min(past.firstMillis(), times.getMin())),
                Instant.ofEpochMilli(Math.max(past.lastMillis(), times.getMax())),
                past.articles() + (int) times.getCount(),
                past.copyGroups() + copyGroups(),
                origins.size(),
                languages,
                conflictTopics,
                corrected);
    }

    private int copyGroups() {
        return (int) reports.stream().filter(report -> report.articles() > 1).count();
    }
}
