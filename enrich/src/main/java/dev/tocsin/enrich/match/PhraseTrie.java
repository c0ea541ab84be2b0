package dev.tocsin.enrich.match;

import java.util.BitSet;

/**
 * Phrases as a trie over word ids. The id of a word is also the node that it leads to as the first
 * word of a phrase; the nodes of further words are numbered behind.
 */
final class PhraseTrie {

    /** Stands among the ways of a node at which a phrase ends. */
    private static final long END = 1;

    private final LongIntTable children;

    /** For each node a bit for each word that may follow, so that most words need no look-up. */
    private final long[] ways;

    /**
     * @param children nodes by {@link #key}
     * @param nodes nodes count from 0 up to this
     * @param ends nodes at which a phrase ends
     */
    PhraseTrie(LongIntTable children, int nodes, BitSet ends) {
        this.children = children;
        this.ways = new long[nodes];
        ends.stream().forEach(node -> ways[node] = END);
        children.forEachKey(key -> ways[(int) (key >>> 32)] |= way((int) key));
    }

    static long key(int node, int word) {
        return ((long) node << 32) | word;
    }

    int nodes() {
        return ways.length;
    }

    /**
     * A bit for each word with which a phrase may begin: one that ends there, or goes on with the
     * word of the next token. Where a token has several words, whatever may go on does. There is no
     * branch for the others, most of them, because none could be foreseen.
     *
     * @param end at most 64 words behind the first
     */
    long open(Words words, int first, int end) {
        long open = 0;
        for (int at = first; at < end; at++) {
            int gap = words.gap(at);
            long several = allIfNegative((gap - 1) | (words.gap(at + 1) - 1));
            long next = way(words.id(at + 1)) & allIfNegative(gap - 2);
            long left = ways[words.id(at)] & (END | next | several);
            open |= ((left | -left) >>> (Long.SIZE - 1)) << at;
        }
        return open;
    }

    /** All bits if a number is negative, otherwise none. */
    private static long allIfNegative(int number) {
        return number >> (Integer.SIZE - 1);
    }

    /** Whether a phrase ends at the node. */
    boolean isEnd(int node) {
        return (ways[node] & END) != 0;
    }

    /** Whether a longer phrase leads through the node. */
    boolean goesOn(int node) {
        return (ways[node] & ~END) != 0;
    }

    /** The node after another, -1 if no phrase goes on so. */
    int next(int node, int word) {
        return (ways[node] & way(word)) == 0 ? -1 : children.get(key(node, word));
    }

    private static long way(int word) {
        return END << Math.max(1, word * 0x9E3779B9 >>> 26);
    }
}
