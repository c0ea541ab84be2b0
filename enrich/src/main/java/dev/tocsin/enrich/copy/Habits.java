package dev.tocsin.enrich.copy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * What each source puts around its texts, learnt from its latest articles: a run of words that the
 * source has used before says nothing about the article at hand. Not for many threads.
 */
final class Habits {
    private final Map<String, Habit> bySource = new HashMap<>();

    /**
     * Which shingles are habit. What an earlier issue of the same article shares with it is none.
     *
     * @param sameSubject whether the article of a number could be this one, judged by the title
     */
    boolean[] habitual(String source, int[] shingles, IntPredicate sameSubject) {
        Habit habit = bySource.get(source);
        return habit == null ? new boolean[shingles.length] : habit.habitual(shingles, sameSubject);
    }

    /** Learns from an article that is nobody's copy. */
    void learn(String source, HabitText text, HabitListener listener) {
        if (text.length() > 0) {
            listener.learnt(source, text);
            bySource.computeIfAbsent(source, each -> new Habit())
                    .add(text)
                    .ifPresent(forgotten -> listener.forgot(source, forgotten));
        }
    }

    Map<String, List<HabitText>> remembered() {
        Map<String, List<HabitText>> remembered = new TreeMap<>();
        bySource.forEach((source, habit) -> remembered.put(source, habit.texts()));
        return remembered;
    }

    void restore(Map<String, List<HabitText>> remembered) {
        remembered.forEach(
                (source, texts) -> texts.forEach(text -> learn(source, text, HabitListener.NONE)));
    }
}
