package dev.tocsin.enrich.match;

import java.util.BitSet;

/** Collects the phrases of a {@link PhraseTrie}. */
final class PhraseTrieBuilder {

    private final LongIntTable children = new LongIntTable(1024);
    private final BitSet ends = new BitSet();
    private int nodes;

    /**
     * @param words word ids count from 0 up to this
     */
    PhraseTrieBuilder(int words) {
        this.nodes = words;
    }

    /** The node at which the phrase ends. */
    int add(int[] words) {
        int node = words[0];
        for (int at = 1; at < words.length; at++) {
            node = child(node, words[at]);
        }
        ends.set(node);
        return node;
    }

    PhraseTrie build() {
        return new PhraseTrie(children, nodes, ends);
    }

    private int child(int node, int word) {
        long key = PhraseTrie.key(node, word);
        int child = children.get(key);
        if (child >= 0) {
            return child;
        }
        children.put(key, nodes);
        return nodes++;
    }
}
