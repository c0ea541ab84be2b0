package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Tokens;

import java.util.Arrays;

/**
 * Beginnings of words. A bit for each beginning of three letters turns most words away at once, and
 * one look-up takes the others to the node behind those letters.
 */
final class PrefixTrie {
    private static final int GATES = 1 << 16;
    private static final int HEAD = 3;

    private final LongIntTable children = new LongIntTable(64);
    private final LongIntTable heads = new LongIntTable(64);
    private final long[] gates = new long[GATES / Long.SIZE];
    private int[] ids = {-1};
    private int nodes = 1;
    private boolean hasShort;

    /** The id of the beginning; {@code id} if it is new. */
    int add(String beginning, int id) {
        int node = 0;
        for (int i = 0; i < beginning.length(); i++) {
            node = makeChild(node, beginning.charAt(i));
            if (i == HEAD - 1) {
                openGate(beginning, node);
            }
        }
        if (ids[node] < 0) {
            ids[node] = id;
        }
        hasShort |= beginning.length() < HEAD;
        return ids[node];
    }

    private void openGate(String beginning, int node) {
        long head = head(beginning.charAt(0), beginning.charAt(1), beginning.charAt(2));
        heads.put(head, node);
        int gate = gate(head);
        gates[gate / Long.SIZE] |= 1L << gate;
    }

    /**
     * Writes the ids of all beginnings of a word and returns the place after them.
     *
     * @param lead a character that stands before the others, 0 for none
     */
    int find(Tokens tokens, char lead, int from, int to, int[] found, int at, int end) {
        if (hasShort || lead != 0) {
            int node = lead == 0 ? 0 : child(0, lead);
            return follow(node, tokens, from, to, found, at, end);
        }
        if (to - from < HEAD) {
            return at;
        }
        long head =
                head(
                        tokens.foldedChar(from),
                        tokens.foldedChar(from + 1),
                        tokens.foldedChar(from + 2));
        int gate = gate(head);
        if ((gates[gate / Long.SIZE] & 1L << gate) == 0) {
            return at;
        }
        int node = heads.get(head);
        int next = at;
        if (node >= 0 && ids[node] >= 0 && next < end) {
            found[next++] = ids[node];
        }
        return follow(node, tokens, from + HEAD, to, found, next, end);
    }

    private int follow(int start, Tokens tokens, int from, int to, int[] found, int at, int end) {
        int node = start;
        int next = at;
        for (int i = from; i < to && node >= 0; i++) {
            node = child(node, tokens.foldedChar(i));
            if (node >= 0 && ids[node] >= 0 && next < end) {
                found[next++] = ids[node];
            }
        }
        return next;
    }

    private static long head(char first, char second, char third) {
        return ((long) first << 32) | ((long) second << 16) | third;
    }

    private static int gate(long head) {
        return (int) (head * 0x9E3779B97F4A7C15L >>> 48);
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
