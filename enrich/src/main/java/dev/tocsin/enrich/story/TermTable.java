package dev.tocsin.enrich.story;

/**
 * Every term of the window: in how many articles it stands, and where the list of the articles is
 * that are found by it. A hash table with linear probing and removal by shifting back (Knuth,
 * volume 3, 6.4). Not for many threads.
 */
final class TermTable {
    private static final int EMPTY = 0;

    private int[] ids = new int[1 << 12];
    private int[] counts = new int[1 << 12];
    private int[] lists = new int[1 << 12];
    private int size;

    /** In how many articles the term stands. */
    int count(int id) {
        int slot = slot(id);
        return ids[slot] == EMPTY ? 0 : counts[slot];
    }

    /** The term's list, {@link PostingLists#NONE} if it has none. */
    int list(int id) {
        int slot = slot(id);
        return ids[slot] == EMPTY ? PostingLists.NONE : lists[slot];
    }

    /** Of a term that stands in an article. */
    void setList(int id, int list) {
        lists[slot(id)] = list;
    }

    /** One more article has the term. */
    void add(int id) {
        int slot = slot(id);
        if (ids[slot] == EMPTY) {
            ids[slot] = id;
            counts[slot] = 0;
            lists[slot] = PostingLists.NONE;
            size++;
        }
        counts[slot]++;
        if (size * 2 > ids.length) {
            grow();
        }
    }

    /** One article less has the term. Returns the list that nothing points at any more, if any. */
    int remove(int id) {
        int slot = slot(id);
        if (ids[slot] == EMPTY || --counts[slot] > 0) {
            return PostingLists.NONE;
        }
        int orphan = lists[slot];
        shiftBack(slot);
        size--;
        return orphan;
    }

    private void shiftBack(int emptied) {
        int mask = ids.length - 1;
        int hole = emptied;
        ids[hole] = EMPTY;
        for (int at = (hole + 1) & mask; ids[at] != EMPTY; at = (at + 1) & mask) {
            int home = home(ids[at], mask);
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                move(at, hole);
                hole = at;
            }
        }
    }

    private void move(int from, int to) {
        ids[to] = ids[from];
        counts[to] = counts[from];
        lists[to] = lists[from];
        ids[from] = EMPTY;
    }

    private void grow() {
        int[] oldIds = ids;
        int[] oldCounts = counts;
        int[] oldLists = lists;
        ids = new int[oldIds.length * 2];
        counts = new int[ids.length];
        lists = new int[ids.length];
        for (int at = 0; at < oldIds.length; at++) {
            if (oldIds[at] != EMPTY) {
                int slot = slot(oldIds[at]);
                ids[slot] = oldIds[at];
                counts[slot] = oldCounts[at];
                lists[slot] = oldLists[at];
            }
        }
    }

    private int slot(int id) {
        int mask = ids.length - 1;
        int slot = home(id, mask);
        while (ids[slot] != EMPTY && ids[slot] != id) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int home(int id, int mask) {
        return (id * 0x9E3779B9 >>> 7) & mask;
    }
}
