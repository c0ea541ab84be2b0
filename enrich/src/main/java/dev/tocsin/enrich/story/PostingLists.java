package dev.tocsin.enrich.story;

import java.util.Arrays;

/**
 * Lists of article numbers that remember their latest entries. A list begins small, grows up to its
 * most, and overwrites its oldest entry from then on. All lie in one array, each behind a head word
 * that tells its size class and how many entries were written. Not for many threads.
 */
final class PostingLists {
    static final int NONE = 0;

    /** Entries that a list remembers. */
    static final int MOST = 96;

    private static final int[] CAPACITIES = {3, 7, 15, 31, 63, MOST};
    private static final int CLASS_SHIFT = 24;
    private static final int WRITTEN = (1 << CLASS_SHIFT) - 1;

    private final int[] free = new int[CAPACITIES.length];
    private int[] words = new int[1 << 12];

    /** Place 0 stands for no list. */
    private int end = 1;

    /** Returns the list, which may have moved. */
    int append(int list, int article) {
        int room = list == NONE ? allocate(0) : withRoom(list);
        int capacity = capacity(room);
        int written = written(room);
        words[room + 1 + written % capacity] = article;
        // Counted round and round, so that the number stays small.
        boolean round = written + 1 == 2 * capacity;
        words[room] += round ? 1 - capacity : 1;
        return room;
    }

    private int withRoom(int list) {
        int size = words[list] >>> CLASS_SHIFT;
        if (size == CAPACITIES.length - 1 || written(list) < CAPACITIES[size]) {
            return list;
        }
        int larger = allocate(size + 1);
        System.arraycopy(words, list + 1, words, larger + 1, CAPACITIES[size]);
        words[larger] += CAPACITIES[size];
        release(list);
        return larger;
    }

    private int allocate(int size) {
        int list = free[size];
        if (list != NONE) {
            free[size] = words[list];
        } else {
            list = end;
            end += 1 + CAPACITIES[size];
            if (end > words.length) {
                words = Arrays.copyOf(words, Math.max(end, words.length + words.length / 2));
            }
        }
        words[list] = size << CLASS_SHIFT;
        return list;
    }

    void release(int list) {
        int size = words[list] >>> CLASS_SHIFT;
        words[list] = free[size];
        free[size] = list;
    }

    /** Copies the entries, the latest first; returns how many there are. */
    int read(int list, int[] into) {
        if (list == NONE) {
            return 0;
        }
        int capacity = capacity(list);
        int written = written(list);
        int size = Math.min(written, capacity);
        int at = (written - 1) % capacity;
        for (int age = 0; age < size; age++) {
            into[age] = words[list + 1 + at];
            at = at == 0 ? capacity - 1 : at - 1;
        }
        return size;
    }

    private int capacity(int list) {
        return CAPACITIES[words[list] >>> CLASS_SHIFT];
    }

    private int written(int list) {
        return words[list] & WRITTEN;
    }
}
