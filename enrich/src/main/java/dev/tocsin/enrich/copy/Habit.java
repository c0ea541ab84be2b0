package dev.tocsin.enrich.copy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The latest articles of one source and which of them hold a shingle. */
final class Habit {
    /** Latest articles that are remembered. */
    static final int ARTICLES = 16;

    /** An article that shares so much of an earlier one may be that article issued again. */
    private static final double ISSUED_AGAIN = 0.9;

    /** After so many articles the table is made anew, without what nobody uses any more. */
    private static final int TIDY_AFTER = 8 * ARTICLES;

    private final HabitText[] slots = new HabitText[ARTICLES];
    private final Deque<HabitText> texts = new ArrayDeque<>();
    private BitTable table = new BitTable();
    private int added;

    /** Returns the text that is forgotten for it, if any. */
    Optional<HabitText> add(HabitText text) {
        int slot = added++ % ARTICLES;
        Optional<HabitText> forgotten = Optional.empty();
        if (texts.size() == ARTICLES) {
            forgotten = Optional.of(texts.removeFirst());
            for (int shingle : forgotten.get().shingles()) {
                table.clear(shingle, slot);
            }
        }
        texts.addLast(text);
        slots[slot] = text;
        if (added % TIDY_AFTER == 0) {
            tidy();
        } else {
            enter(slot);
        }
        return forgotten;
    }

    private void tidy() {
        table = new BitTable();
        for (int slot = 0; slot < ARTICLES; slot++) {
            enter(slot);
        }
    }

    private void enter(int slot) {
        for (int shingle : slots[slot].shingles()) {
            table.set(shingle, slot);
        }
    }

    /** Oldest first. */
    List<HabitText> texts() {
        return List.copyOf(texts);
    }

    boolean[] habitual(int[] shingles, IntPredicate sameSubject) {
        int[] found = new int[shingles.length];
        int[] shared = new int[ARTICLES];
        for (int at = 0; at < shingles.length; at++) {
            found[at] = table.get(shingles[at]);
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
        for (int slot = 0; slot < texts.size(); slot++) {
            int shorter = Math.min(length, slots[slot].shingles().length);
            if (shared[slot] >= ISSUED_AGAIN * shorter && sameSubject.test(slots[slot].article())) {
                bits |= 1 << slot;
            }
        }
        return bits;
    }
}
