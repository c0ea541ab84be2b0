package dev.tocsin.enrich.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares a tagger's answers with labels, article by article. */
public final class Evaluation {

    /** A topic that was missed, or found wrongly. */
    public record Mistake(GoldArticle article, String topic, boolean missed) {}

    private final LabelScores topics = new LabelScores();
    private final LabelScores withoutConstructed = new LabelScores();
    private final LabelScores events = new LabelScores();
    private final SortedMap<String, LabelScores> byLanguage = new TreeMap<>();
    private final SortedMap<String, LabelScores> byDataset = new TreeMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Untopical untopical = new Untopical();
    private int articles;
    private int constructed;
    private int silent;
    private int withEvents;

    /** Takes one article into account. */
    public void judge(GoldArticle article, Answer answer) {
        articles++;
        constructed += article.constructed() ? 1 : 0;
        silent += answer.topics().isEmpty() ? 1 : 0;
        for (LabelScores scores : concerned(article)) {
            scores.judge(article.labels(), article.optional(), answer.topics());
        }
        untopical.judge(article, !answer.topics().isEmpty());
        judgeEvents(article, answer);
        remember(article, answer.topics());
    }

    private List<LabelScores> concerned(GoldArticle article) {
        List<LabelScores> concerned = new ArrayList<>();
        concerned.add(topics);
        concerned.add(byLanguage.computeIfAbsent(article.language(), _ -> new LabelScores()));
        concerned.add(byDataset.computeIfAbsent(article.dataset(), _ -> new LabelScores()));
        if (!article.constructed()) {
            concerned.add(withoutConstructed);
        }
        return concerned;
    }

    private void judgeEvents(GoldArticle article, Answer answer) {
        Optional<Set<String>> gold = article.events();
        if (gold.isPresent() && answer.events().isPresent() && !article.isUntopical()) {
            withEvents++;
            events.judge(gold.get(), Set.of(), answer.events().get());
        }
    }

    private void remember(GoldArticle article, Set<String> found) {
        Set<String> judged = new TreeSet<>(article.labels());
        judged.addAll(found);
        for (String topic : judged) {
            boolean right = article.labels().contains(topic);
            if (right != found.contains(topic) && (right || !article.optional().contains(topic))) {
                mistakes.add(new Mistake(article, topic, right));
            }
        }
    }

    /** Articles judged. */
    public int articles() {
        return articles;
    }

    /** Articles among them that were written to be labelled. */
    public int constructed() {
        return constructed;
    }

    /** Articles without any topic found. */
    public int silent() {
        return silent;
    }

    /** Scores of the topics. */
    public LabelScores topics() {
        return topics;
    }

    /** The same without articles that were written to be labelled. */
    public LabelScores withoutConstructed() {
        return withoutConstructed;
    }

    /** By labelled language. */
    public SortedMap<String, LabelScores> byLanguage() {
        return byLanguage;
    }

    public SortedMap<String, LabelScores> byDataset() {
        return byDataset;
    }

    /** Articles about no conflict. */
    public Untopical untopical() {
        return untopical;
    }

    /** Scores of the event types, of topical articles whose events are labelled. */
    public Optional<LabelScores> events() {
        return withEvents == 0 ? Optional.empty() : Optional.of(events);
    }

    /** In the order of the articles. */
    public List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }
}
