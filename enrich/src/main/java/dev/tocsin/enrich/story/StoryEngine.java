package dev.tocsin.enrich.story;

import dev.tocsin.enrich.copy.Copies;
import dev.tocsin.enrich.copy.CopyText;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Groups articles about one happening into stories, and copies of one text into one report. What it
 * says follows from its inputs and their order alone. It remembers a window of articles, and what
 * it remembers can be taken out and put into another engine, which then goes on alike. Not for many
 * threads.
 */
public final class StoryEngine {
    /** Articles that share the heaviest terms with a new one, and are compared with it in full. */
    private static final int COMPARED = 64;

    /** A copy has at least so much of the title's words in its text: boilerplate has not. */
    private static final double COPY_TITLE = 0.2;

    private final StorySettings settings;
    private final TermsReader reader = new TermsReader(new Wording(CommonWords.bundled()));
    private final Copies copies = new Copies();
    private final TermIndex index = new TermIndex();
    private final Candidates candidates = new Candidates();
    private final Clusters clusters = new Clusters();
    private final Window window = new Window();
    private final Grouping grouping = new Grouping(clusters);
    private final Journal journal = new Journal();
    private final Corrector corrector = new Corrector(clusters, window, journal);
    private long nowMillis = Long.MIN_VALUE;

    public StoryEngine(StorySettings settings) {
        this.settings = settings;
    }

    /** Goes on where another engine was, whose state this is. */
    public StoryEngine(StorySettings settings, EngineState state) {
        this(settings);
        nowMillis = state.nowMillis();
        List<Entry> entries = Snapshot.restore(state, clusters, window);
        for (Entry entry : entries) {
            index.count(entry.terms());
            if (window.report(entry.number()).number() == entry.number()) {
                index.post(entry.number(), entry.terms());
            }
        }
        copies.restore(
                window.oldest(), entries.stream().map(Entry::sketch).toList(), state.habits());
    }

    /** All that it remembers. */
    public EngineState state() {
        return new EngineState(
                nowMillis,
                window.next(),
                Snapshot.reports(clusters),
                Snapshot.stories(clusters),
                copies.habits());
    }

    /**
     * What it remembers differently since this was asked last, to be written over what was written
     * before.
     */
    public EngineDelta delta() {
        return journal.drain(nowMillis, window.next());
    }

    /**
     * Takes one input and tells what it changes. An article whose id is in the window is a
     * revision: it stays where it is, and only what it is about may change.
     */
    public List<StoryChange> apply(StoryInput input) {
        return switch (input) {
            case StoryInput.Arrived arrived -> arrive(arrived);
            case StoryInput.Correction correction -> corrector.apply(correction);
        };
    }

    /** The story, also under the id of one that has become part of it. */
    public Optional<Story> story(String id) {
        return Optional.ofNullable(clusters.find(id)).map(Cluster::story);
    }

    /** All stories of the window, in the order of their ids. */
    public List<Story> stories() {
        return clusters.all().stream().map(Cluster::story).toList();
    }

    /** Where an article of the window is. */
    public Optional<StoryChange.Filed> place(String article) {
        return Optional.ofNullable(window.find(article))
                .map(report ->
                        new StoryChange.Filed(
                                article,
                                report.cluster().id(),
                                report.copyGroup(),
                                report.first().publisher(),
                                Optional.of(report.cluster().id())));
    }

    /** Articles in the window. */
    public int size() {
        return window.size();
    }

    /** Lets everything leave the window. */
    public List<StoryChange> close() {
        List<StoryChange> changes = new ArrayList<>();
        while (window.size() > 0) {
            leave(changes);
        }
        return changes;
    }

    private List<StoryChange> arrive(StoryInput.Arrived article) {
        nowMillis = Math.max(nowMillis, article.at().toEpochMilli());
        List<StoryChange> changes = new ArrayList<>();
        expire(changes);
        Report known = window.find(article.id());
        changes.addAll(known == null ? file(article) : revise(article, known));
        return changes;
    }

    private List<StoryChange> revise(StoryInput.Arrived article, Report report) {
        Entry entry = report.entry(article.id());
        if (!entry.conflictTopics().replace(article.conflictTopics())) {
            return List.of();
        }
        journal.changed(entry);
        return List.of(new StoryChange.Updated(report.cluster().story()));
    }

    private void expire(List<StoryChange> changes) {
        long before = nowMillis - settings.window().toMillis();
        while (window.size() > 0
                && (window.size() >= settings.mostArticles()
                        || window.entry(window.oldest()).arrivedMillis() < before)) {
            leave(changes);
        }
        copies.forgetBefore(window.oldest());
    }

    private void leave(List<StoryChange> changes) {
        Report report = window.report(window.oldest());
        Entry entry = window.removeOldest();
        Cluster cluster = report.cluster();
        changes.add(
                new StoryChange.Settled(
                        entry.id(), cluster.id(), report.copyGroup(), report.first().publisher()));
        index.remove(entry.terms());
        cluster.leave(report, entry);
        journal.left(entry, report);
        if (cluster.isEmpty()) {
            clusters.end(cluster);
            changes.add(new StoryChange.Ended(cluster.id()));
        }
    }

    private List<StoryChange> file(StoryInput.Arrived article) {
        int[] title = reader.title(article.title());
        String text = article.body().isBlank() ? article.summary() : article.body();
        CopyText body = copies.read(article.publisher(), text, number -> isTitledIn(title, number));
        Entry entry = entry(article, body);
        int original = copies.add(body, number -> isSameSubject(entry, title, number), journal);
        journal.changed(entry);
        index.count(entry.terms());
        return original < 0 ? begin(entry) : join(entry, window.report(original));
    }

    private boolean isTitledIn(int[] title, int number) {
        return window.contains(number)
                && Similarity.titleWithin(title, window.entry(number).terms()) >= COPY_TITLE;
    }

    private boolean isSameSubject(Entry entry, int[] title, int number) {
        return isTitledIn(title, number)
                || window.contains(number)
                        && Similarity.titleWithin(window.entry(number).terms(), entry.terms())
                                >= COPY_TITLE;
    }

    private Entry entry(StoryInput.Arrived article, CopyText body) {
        Rarity rarity = new Rarity(window.inLanguage(article.language()), window.size(), index);
        return new Entry(
                window.next(),
                article.id(),
                window.samePublisher(article.publisher()),
                window.sameLanguage(article.language()),
                article.at().toEpochMilli(),
                nowMillis,
                article.title(),
                reader.read(
                        article.title(),
                        article.summary(),
                        body,
                        article.features(),
                        article.labels(),
                        rarity),
                body.sketch(),
                new Topics(article.conflictTopics()));
    }

    private List<StoryChange> join(Entry entry, Report report) {
        Changes changes = Changes.beforeTouching(Set.of(report.cluster()), journal);
        report.add(entry);
        window.add(entry, report);
        return changes.after(report);
    }

    private List<StoryChange> begin(Entry entry) {
        List<Cluster> alike = alike(entry);
        Changes changes = Changes.beforeTouching(alike, journal);
        Report report = new Report(entry, clusters.begin(entry));
        report.add(entry);
        window.add(entry, report);
        index.post(entry.number(), entry.terms());
        if (!alike.isEmpty()) {
            grouping.place(report.cluster(), alike);
        }
        return changes.after(report);
    }

    private List<Cluster> alike(Entry entry) {
        candidates.clear();
        index.find(entry.terms(), window.oldest(), candidates);
        Similarity similarity = new Similarity(entry);
        List<Cluster> alike = new ArrayList<>();
        for (int number : candidates.heaviest(COMPARED)) {
            Cluster cluster = window.report(number).cluster();
            if (!alike.contains(cluster)
                    && similarity.to(window.entry(number)) >= Similarity.SAME) {
                alike.add(cluster);
            }
        }
        alike.sort(Comparator.comparingInt(each -> each.reports().getFirst().number()));
        return alike;
    }
}
