package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Tokens;

import java.util.Arrays;

/**
 * Beginnings of words. A bit for each beginning's first four letters, or all that it has, turns
 * most words away at once, and one look-up takes the others to the node behind three letters.
 */
final class PrefixTrie {
    private static final int GATE_BITS = 18;
    private static final int GATES = 1 << GATE_BITS;
    private static final int HEAD = 3;

    private final LongIntTable children = new LongIntTable(64);
    private final LongIntTable heads = new LongIntTable(64);
    private final long[] gates = new long[GATES / Long.SIZE];

    /** For each node a bit for each letter that may follow, so that most words need no look-up. */
    private long[] ways = {0};

    private int[] ids = {-1};
    private int nodes = 1;
    private boolean hasShort;

    /** The id of the beginning; {@code id} if it is new. */
    int add(String beginning, int id) {
        int node = 0;
        for (int i = 0; i < beginning.length(); i++) {
            node = makeChild(node, beginning.charAt(i));
            if (i == HEAD - 1) {
                heads.put(head(beginning), node);
            }
        }
        openGate(beginning);
        if (ids[node] < 0) {
            ids[node] = id;
        }
        hasShort |= beginning.length() < HEAD;
        return ids[node];
    }

    private void openGate(String beginning) {
        int gate =
                gate(
                        letter(beginning, 0),
                        letter(beginning, 1),
                        letter(beginning, 2),
                        letter(beginning, 3));
        gates[gate / Long.SIZE] |= 1L << gate;
    }

    private static char letter(String beginning, int at) {
        return at < beginning.length() ? beginning.charAt(at) : 0;
    }

    /**
     * Writes the ids of all beginnings of a word and returns the place after them.
     *
     * @param lead a character that stands before the others, 0 for none
     */
    int find(Tokens tokens, char lead, int from, int to, int[] found, int at, int end) {
        if (lead != 0) {
            return follow(child(0, lead), tokens, from, to, found, at, end);
        }
        int next = hasShort ? findShort(tokens, from, to, found, at, end) : at;
        return to - from < HEAD ? next : findLong(tokens, from, to, found, next, end);
    }

    private int findShort(Tokens tokens, int from, int to, int[] found, int at, int end) {
        char first = tokens.foldedChar(from);
        char second = from + 1 < to ? tokens.foldedChar(from + 1) : 0;
        return isOpen(gate(first, (char) 0, (char) 0, (char) 0))
                        || isOpen(gate(first, second, (char) 0, (char) 0))
                ? follow(0, tokens, from, Math.min(to, from + HEAD - 1), found, at, end)
                : at;
    }

    private int findLong(Tokens tokens, int from, int to, int[] found, int at, int end) {
        char first = tokens.foldedChar(from);
        char second = tokens.foldedChar(from + 1);
        char third = tokens.foldedChar(from + 2);
        boolean mayGoOn =
                to - from > HEAD
                        && isOpen(gate(first, second, third, tokens.foldedChar(from + HEAD)));
        if (!mayGoOn && !isOpen(gate(first, second, third, (char) 0))) {
            return at;
        }
        int node = heads.get(head(first, second, third));
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

    private static long head(String beginning) {
        return head(beginning.charAt(0), beginning.charAt(1), beginning.charAt(2));
    }

    private static long head(char first, char second, char third) {
        return ((long) first << 32) | ((long) second << 16) | third;
    }

    private boolean isOpen(int gate) {
        return (gates[gate / Long.SIZE] & 1L << gate) != 0;
    }

    /**
     * Where the bit of a beginning with these letters is; 0 stands for a letter that is not there.
     */
    private static int gate(char first, char second, char third, char fourth) {
        long letters = head(first, second, third) << 16 | fourth;
        return (int) (letters * 0x9E3779B97F4A7C15L >>> Long.SIZE - GATE_BITS);
    }

    private int child(int node, char c) {
        return (ways[node] & 1L << c) == 0 ? -1 : children.get(((long) node << 16) | c);
    }

    private int makeChild(int node, char c) {
        int child = child(node, c);
        if (child >= 0) {
            return child;
        }
        if (nodes == ids.length) {
            ids = Arrays.copyOf(ids, nodes * 2);
            ways = Arrays.copyOf(ways, nodes * 2);
        }
        ids[nodes] = -1;
        ways[node] |= 1L << c;
        children.put(((long) node << 16) | c, nodes);
        return nodes++;
    }
}
