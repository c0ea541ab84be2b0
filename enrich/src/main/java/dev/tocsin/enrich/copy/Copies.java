package dev.tocsin.enrich.copy;

import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Knows a text again that another outlet has carried before. What a source puts around all its
 * texts is left out first; what remains is compared by its runs of five words. Articles are
 * numbered in the order in which they are added. Deterministic; not for many threads.
 */
public final class Copies {
    /** Only so much of a text is compared, in characters: a copy betrays itself early. */
    private static final int READ = 4_000;

    private final Habits habits = new Habits();
    private final CopyIndex index = new CopyIndex();
    private int next;

    /**
     * Reads a text without remembering it.
     *
     * @param source whose habits are left out
     * @param sameSubject whether the article of a number could be this one issued again
     */
    public CopyText read(String source, String text, IntPredicate sameSubject) {
        Tokens tokens = Tokenizer.tokenize(text.length() <= READ ? text : text.substring(0, READ));
        int[] shingles = Shingles.of(tokens);
        boolean[] habitual = habits.habitual(source, shingles, sameSubject);
        boolean[] own = own(tokens.count(), habitual);
        return new CopyText(source, tokens, own, shingles, sketch(shingles, habitual));
    }

    private static boolean[] own(int tokens, boolean[] habitual) {
        boolean[] own = new boolean[tokens];
        int habitUntil = 0;
        for (int token = 0; token < tokens; token++) {
            if (token < habitual.length && habitual[token]) {
                habitUntil = token + Shingles.WORDS;
            }
            own[token] = token >= habitUntil;
        }
        return own;
    }

    private static Sketch sketch(int[] shingles, boolean[] habitual) {
        int[] kept = new int[shingles.length];
        int count = 0;
        for (int at = 0; at < shingles.length; at++) {
            if (!habitual[at]) {
                kept[count++] = shingles[at];
            }
        }
        return Sketch.of(kept, count);
    }

    /**
     * Enters the text under the next number.
     *
     * @param listener hears what is learnt from it
     * @return the number of an article of which it is a copy, -1 if it is nobody's
     */
    public int add(CopyText text, IntPredicate sameSubject, HabitListener listener) {
        int original = index.find(text.sketch(), sameSubject);
        index.add(text.sketch());
        int number = next++;
        if (original < 0) {
            habits.learn(text.source(), HabitText.of(number, text.shingles()), listener);
        }
        return original;
    }

    /** Drops what is older than the number. */
    public void forgetBefore(int number) {
        index.forgetBefore(number);
    }

    /** The texts from which the habits of every source are learnt, oldest first. */
    public Map<String, List<HabitText>> habits() {
        return habits.remembered();
    }

    /** Takes up a window where it was left: the sketches of its articles and all habits. */
    public void restore(
            int firstNumber, List<Sketch> sketches, Map<String, List<HabitText>> known) {
        index.startAt(firstNumber);
        sketches.forEach(index::add);
        next = firstNumber + sketches.size();
        habits.restore(known);
    }
}
