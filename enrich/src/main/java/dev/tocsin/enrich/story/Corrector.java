package dev.tocsin.enrich.story;

import dev.tocsin.enrich.story.StoryInput.Correction;
import dev.tocsin.enrich.story.StoryInput.Merge;
import dev.tocsin.enrich.story.StoryInput.Retag;
import dev.tocsin.enrich.story.StoryInput.Split;
import dev.tocsin.enrich.story.StoryInput.Untag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does to stories what people say. */
final class Corrector {
    private final Clusters clusters;
    private final Window window;
    private final Journal journal;

    Corrector(Clusters clusters, Window window, Journal journal) {
        this.clusters = clusters;
        this.window = window;
        this.journal = journal;
    }

    List<StoryChange> apply(Correction correction) {
        return switch (correction) {
            case Merge merge -> merge(merge);
            case Split split -> split(split);
            case Retag retag -> tag(retag, retag.article(), retag.conflictTopic(), true);
            case Untag untag -> tag(untag, untag.article(), untag.conflictTopic(), false);
        };
    }

    private List<StoryChange> merge(Merge merge) {
        Cluster story = clusters.find(merge.story());
        Cluster into = clusters.find(merge.into());
        if (story == null || into == null) {
            return refused(
                    merge,
                    "no story in the window: " + (story == null ? merge.story() : merge.into()));
        }
        if (story == into) {
            return refused(merge, "they are one story already");
        }
        Changes changes = Changes.beforeTouching(List.of(story, into), journal);
        into.takeOver(List.copyOf(story.reports()));
        into.correct();
        clusters.absorb(story, into);
        return changes.after(List.of(into));
    }

    private List<StoryChange> split(Split split) {
        Cluster story = clusters.find(split.story());
        if (story == null) {
            return refused(split, "no story in the window: " + split.story());
        }
        Set<Report> moved = new LinkedHashSet<>();
        for (String article : split.articles()) {
            Report report = window.find(article);
            if (report == null || report.cluster() != story) {
                return refused(split, "no article of story " + split.story() + ": " + article);
            }
            moved.add(report);
        }
        if (moved.isEmpty() || moved.size() == story.reports().size()) {
            return refused(split, "a split leaves a part of the story on either side");
        }
        return split(story, moved);
    }

    private List<StoryChange> split(Cluster story, Set<Report> moved) {
        Changes changes = Changes.beforeTouching(List.of(story), journal);
        List<Report> oldestFirst = new ArrayList<>(moved);
        oldestFirst.sort(Comparator.comparingInt(Report::number));
        Cluster other = clusters.begin(oldestFirst.getFirst().first());
        other.takeOver(oldestFirst);
        other.correct();
        story.correct();
        return changes.after(List.of(story, other));
    }

    private List<StoryChange> tag(
            Correction correction, String article, String conflictTopic, boolean isAbout) {
        Report report = window.find(article);
        if (report == null) {
            return refused(correction, "no article in the window: " + article);
        }
        Optional<Entry> entry =
                report.live().stream().filter(each -> each.id().equals(article)).findFirst();
        boolean changed =
                entry.map(Entry::conflictTopics)
                        .map(topics ->
                                isAbout ? topics.add(conflictTopic) : topics.remove(conflictTopic))
                        .orElse(false);
        if (!changed) {
            return refused(correction, "article " + article + " is tagged so already");
        }
        entry.ifPresent(journal::changed);
        return Changes.beforeTouching(List.of(), journal).after(List.of(report.cluster()));
    }

    private static List<StoryChange> refused(Correction correction, String reason) {
        return List.of(new StoryChange.Refused(correction, reason));
    }
}
