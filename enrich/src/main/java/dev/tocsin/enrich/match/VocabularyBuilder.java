package dev.tocsin.enrich.match;

import java.util.Arrays;

/** Collects words while a taxonomy is compiled. */
final class VocabularyBuilder {

    private final LongIntTable children = new LongIntTable(1024);
    private int[] wholeIds = new int[1024];
    private int[] prefixIds = new int[1024];
    private int nodes = 1;
    private int words;

    VocabularyBuilder() {
        Arrays.fill(wholeIds, -1);
        Arrays.fill(prefixIds, -1);
    }

    /** The id of the word, as a whole or as a beginning. */
    int add(String word, boolean prefix) {
        int node = 0;
        for (int i = 0; i < word.length(); i++) {
            node = child(node, word.charAt(i));
        }
        int[] ids = prefix ? prefixIds : wholeIds;
        if (ids[node] < 0) {
            ids[node] = words++;
        }
        return ids[node];
    }

    Vocabulary build() {
        return new Vocabulary(
                children, Arrays.copyOf(wholeIds, nodes), Arrays.copyOf(prefixIds, nodes));
    }

    private int child(int node, char c) {
        long key = ((long) node << 16) | c;
        int child = children.get(key);
        if (child >= 0) {
            return child;
        }
        reserve();
        children.put(key, nodes);
        return nodes++;
    }

    private void reserve() {
        if (nodes == wholeIds.length) {
            int before = nodes;
            wholeIds = Arrays.copyOf(wholeIds, before * 2);
            prefixIds = Arrays.copyOf(prefixIds, before * 2);
            Arrays.fill(wholeIds, before, before * 2, -1);
            Arrays.fill(prefixIds, before, before * 2, -1);
        }
    }
}
