package dev.tocsin.enrich.match;

import java.util.Arrays;

/** Phrases as a trie over word ids; the first step, which every word asks for, is an array. */
final class PhraseTrie {

    private final int[] firsts;
    private final LongIntTable children;

    /** For each node a bit for each word that may follow, so that most words need no look-up. */
    private final long[] ways;

    /**
     * @param children nodes by the node before (upper half of the key) and word id (lower half)
     * @param nodes nodes count from 0 up to this
     * @param words word ids count from 0 up to this
     */
    PhraseTrie(LongIntTable children, int nodes, int words) {
        this.children = children;
        this.firsts = new int[words];
        this.ways = new long[nodes];
        Arrays.setAll(firsts, children::get);
        children.forEachKey(key -> ways[(int) (key >>> 32)] |= bit((int) key));
    }

    /** The node of the first word, -1 if no phrase begins so. */
    int first(int word) {
        return firsts[word];
    }

    /** Whether a longer phrase leads through the node. */
    boolean goesOn(int node) {
        return ways[node] != 0;
    }

    /** The node after another, -1 if no phrase goes on so. */
    int next(int node, int word) {
        return (ways[node] & bit(word)) == 0 ? -1 : children.get(((long) node << 32) | word);
    }

    private static long bit(int word) {
        return 1L << (word * 0x9E3779B9 >>> 26);
    }
}
