package dev.tocsin.enrich.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** The latest articles of one source and which of them hold a run of words. */
final class Habit {
    /** Latest articles that are remembered. */
    static final int ARTICLES = HabitTable.TEXTS;

    /** An article that shares so much of an earlier one may be that article issued again. */
    private static final double ISSUED_AGAIN = 0.9;

    private final int[] articles = new int[ARTICLES];
    private final int[] lengths = new int[ARTICLES];
    private final HabitTable table = new HabitTable();
    private int size;

    /** Where the oldest is, or the next one goes as long as there is room. */
    private int oldest;

    /** Returns the article that is forgotten for it, if any. */
    OptionalInt add(HabitText text) {
        OptionalInt forgotten =
                size == ARTICLES ? OptionalInt.of(articles[oldest]) : OptionalInt.empty();
        table.replace(oldest, text.runs());
        articles[oldest] = text.article();
        lengths[oldest] = text.length();
        oldest = (oldest + 1) % ARTICLES;
        size = Math.min(size + 1, ARTICLES);
        return forgotten;
    }

    /** Oldest first. */
    List<HabitText> texts() {
        List<HabitText> texts = new ArrayList<>();
        for (int age = size; age > 0; age--) {
            int slot = Math.floorMod(oldest - age, ARTICLES);
            texts.add(new HabitText(articles[slot], lengths[slot], table.runs(slot)));
        }
        return texts;
    }

    boolean[] habitual(int[] shingles, IntPredicate sameSubject) {
        int[] found = new int[shingles.length];
        int[] shared = new int[ARTICLES];
        for (int at = 0; at < shingles.length; at++) {
            found[at] = table.texts(shingles[at]);
            for (int bits = found[at]; bits != 0; bits &= bits - 1) {
                shared[Integer.numberOfTrailingZeros(bits)]++;
            }
        }
        int others = ~issuedAgain(shared, shingles.length, sameSubject);
        boolean[] habitual = new boolean[shingles.length];
        for (int at = 0; at < shingles.length; at++) {
            habitual[at] = (found[at] & others) != 0;
        }
        return habitual;
    }

    private int issuedAgain(int[] shared, int length, IntPredicate sameSubject) {
        int bits = 0;
        for (int slot = 0; slot < size; slot++) {
            int shorter = Math.min(length, lengths[slot]);
            if (shared[slot] >= ISSUED_AGAIN * shorter && sameSubject.test(articles[slot])) {
                bits |= 1 << slot;
            }
        }
        return bits;
    }
}
