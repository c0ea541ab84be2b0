package dev.tocsin.enrich.story;

import dev.tocsin.enrich.story.EngineState.ReportState;
import dev.tocsin.enrich.story.EngineState.StoryState;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes reports and stories out of an engine and puts them into another. */
final class Snapshot {
    private Snapshot() {}

    static List<StoryState> stories(Clusters clusters) {
        return clusters.all().stream().map(Snapshot::of).toList();
    }

    static StoryState of(Cluster cluster) {
        return new StoryState(
                cluster.id(),
                cluster.title(),
                cluster.past(),
                cluster.isCorrected(),
                List.copyOf(cluster.formerIds()));
    }

    static List<ReportState> reports(Clusters clusters) {
        return clusters.all().stream()
                .flatMap(cluster -> cluster.reports().stream())
                .sorted(Comparator.comparingInt(Report::number))
                .map(each ->
                        new ReportState(
                                each.first(),
                                List.copyOf(each.live()),
                                each.articles(),
                                each.cluster().id()))
                .toList();
    }

    /** Fills an empty engine's parts; returns the articles in the order of their numbers. */
    static List<Entry> restore(EngineState state, Clusters clusters, Window window) {
        state.stories().forEach(story -> clusters.enter(cluster(story)));
        Map<Integer, Report> reports = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (ReportState saved : state.reports()) {
            Report report = new Report(saved.first(), clusters.get(saved.story()));
            report.restore(saved.live(), saved.articles());
            saved.live().forEach(entry -> reports.put(entry.number(), report));
            entries.addAll(saved.live());
        }
        entries.sort(Comparator.comparingInt(Entry::number));
        window.startAt(state.nextArticle() - entries.size());
        entries.forEach(entry -> window.add(entry, report(reports, entry)));
        return entries;
    }

    private static Report report(Map<Integer, Report> reports, Entry entry) {
        Report report = reports.get(entry.number());
        if (report == null) {
            throw new IllegalStateException("article " + entry.id() + " without a report");
        }
        return report;
    }

    private static Cluster cluster(StoryState story) {
        Cluster cluster = new Cluster(story.id(), story.title(), story.past(), story.corrected());
        cluster.restoreFormerIds(story.formerIds());
        return cluster;
    }
}
