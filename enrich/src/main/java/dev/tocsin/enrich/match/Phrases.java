package dev.tocsin.enrich.match;

import java.util.List;

/** Phrases as a trie over word ids; the first step, which every word asks for, is an array. */
final class Phrases {
    private final int[] firsts;
    private final LongIntTable children;
    private final Entry[][] entries;
    private final boolean[] goOn;

    private Phrases(int[] firsts, LongIntTable children, Entry[][] entries, boolean[] goOn) {
        this.firsts = firsts;
        this.children = children;
        this.entries = entries;
        this.goOn = goOn;
    }

    /**
     * @param children nodes by the node before (upper half of the key) and word id (lower half)
     * @param entries what ends at each node
     * @param words word ids count from 0 up to this
     */
    static Phrases of(LongIntTable children, List<List<Entry>> entries, int words) {
        int[] firsts = new int[words];
        for (int word = 0; word < words; word++) {
            firsts[word] = children.get(word);
        }
        boolean[] goOn = new boolean[entries.size()];
        children.forEachKey(key -> goOn[(int) (key >>> 32)] = true);
        Entry[][] byNode =
                entries.stream().map(each -> each.toArray(Entry[]::new)).toArray(Entry[][]::new);
        return new Phrases(firsts, children, byNode, goOn);
    }

    /** The node of the first word, -1 if no phrase begins so. */
    int first(int word) {
        return firsts[word];
    }

    /** The node after another, -1 if no phrase goes on so. */
    int next(int node, int word) {
        return children.get(((long) node << 32) | word);
    }

    /** Whether a longer phrase leads through the node. */
    boolean goOn(int node) {
        return goOn[node];
    }

    Entry[] entries(int node) {
        return entries[node];
    }
}
