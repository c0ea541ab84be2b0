package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Tokens;

import java.util.Arrays;

/** Beginnings of words. A bit for each pair of first letters turns most words away at once. */
final class PrefixTrie {
    private static final int GATES = 1 << 14;

    private final LongIntTable children = new LongIntTable(64);
    private final long[] gates = new long[GATES / Long.SIZE];
    private int[] ids = {-1};
    private int nodes = 1;
    private boolean hasSingles;

    /** The id of the beginning; {@code id} if it is new. */
    int add(String beginning, int id) {
        int node = 0;
        for (int i = 0; i < beginning.length(); i++) {
            node = makeChild(node, beginning.charAt(i));
        }
        if (ids[node] < 0) {
            ids[node] = id;
        }
        if (beginning.length() > 1) {
            int gate = gate(beginning.charAt(0), beginning.charAt(1));
            gates[gate / Long.SIZE] |= 1L << gate;
        } else {
            hasSingles = true;
        }
        return ids[node];
    }

    /** Writes the ids of all beginnings of a word and returns the place after them. */
    int find(Tokens tokens, char lead, int from, int to, int[] found, int at, int end) {
        if (!hasSingles && isTurnedAway(tokens, lead, from, to)) {
            return at;
        }
        int node = lead == 0 ? 0 : child(0, lead);
        int next = at;
        for (int i = from; i < to && node >= 0; i++) {
            node = child(node, tokens.foldedChar(i));
            if (node >= 0 && ids[node] >= 0 && next < end) {
                found[next++] = ids[node];
            }
        }
        return next;
    }

    private boolean isTurnedAway(Tokens tokens, char lead, int from, int to) {
        if (to - from < 2) {
            return lead == 0;
        }
        char first = tokens.foldedChar(from);
        int gate = lead == 0 ? gate(first, tokens.foldedChar(from + 1)) : gate(lead, first);
        return (gates[gate / Long.SIZE] & 1L << gate) == 0;
    }

    private static int gate(char first, char second) {
        return (first * 131 + second) & (GATES - 1);
    }

    private int child(int node, char c) {
        return children.get(((long) node << 16) | c);
    }

    private int makeChild(int node, char c) {
        int child = child(node, c);
        if (child >= 0) {
            return child;
        }
        if (nodes == ids.length) {
            ids = Arrays.copyOf(ids, nodes * 2);
        }
        ids[nodes] = -1;
        children.put(((long) node << 16) | c, nodes);
        return nodes++;
    }
}
