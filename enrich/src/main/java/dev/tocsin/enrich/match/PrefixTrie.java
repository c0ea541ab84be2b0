package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Four;
import dev.tocsin.enrich.text.Tokens;

import java.util.Arrays;
import java.util.Map;

/**
 * Beginnings of words. A bit for each beginning's first four letters, or all that it has, turns
 * most words away at once, and one look-up takes the others to the node behind three letters.
 */
final class PrefixTrie {
    private static final int HEAD = 3;

    private final LongIntTable children = new LongIntTable(64);
    private final LongIntTable heads = new LongIntTable(64);

    /** By the first three letters, in each a bit for the fourth, the lowest for none. */
    private final long[] gates;

    private final boolean hasShort;

    /** For each node a bit for each letter that may follow, so that most words need no look-up. */
    private long[] ways = {0};

    private int[] ids = {-1};
    private int nodes = 1;

    /**
     * @param beginnings with their ids
     */
    PrefixTrie(Map<String, Integer> beginnings) {
        this.gates = new long[Integer.highestOneBit(beginnings.size() * 4 + 1)];
        this.hasShort = beginnings.keySet().stream().anyMatch(each -> each.length() < HEAD);
        beginnings.forEach(this::add);
    }

    private void add(String beginning, int id) {
        int node = 0;
        for (int i = 0; i < beginning.length(); i++) {
            node = makeChild(node, beginning.charAt(i));
            if (i == HEAD - 1) {
                heads.put(Four.beginning(Four.letters(beginning, 0), HEAD), node);
            }
        }
        ids[node] = id;
        long four = Four.letters(beginning, 0);
        gates[gateOf(four)] |= 1L << Four.last(four);
    }

    /**
     * The lowest bit is 0 if nothing begins a word.
     *
     * @param four first {@link Four} letters of the word
     */
    long gate(long four) {
        long three = gates[gateOf(four)];
        long open = three | three >>> Four.last(four);
        return hasShort ? open | shortGate(four) : open;
    }

    private long shortGate(long four) {
        return gates[gateOf(Four.beginning(four, 1))] | gates[gateOf(Four.beginning(four, 2))];
    }

    /**
     * Adds the ids of all beginnings of a word.
     *
     * @param four first {@link Four} letters of the word
     * @param token at which they stand
     */
    void find(Tokens tokens, long four, int from, int to, int token, Words found) {
        if ((gate(four) & 1) == 0) {
            return;
        }
        if (hasShort) {
            follow(0, tokens, from, Math.min(to, from + HEAD - 1), token, found);
        }
        int node = heads.get(Four.beginning(four, HEAD));
        add(node, token, found);
        follow(node, tokens, from + HEAD, to, token, found);
    }

    private void follow(int start, Tokens tokens, int from, int to, int token, Words found) {
        int node = start;
        for (int at = from; at < to && node >= 0; at++) {
            node = child(node, tokens.foldedChar(at));
            add(node, token, found);
        }
    }

    private void add(int node, int token, Words found) {
        if (node >= 0 && ids[node] >= 0) {
            found.add(token, ids[node]);
        }
    }

    /** Where the bits of beginnings are that share their first three letters with this one. */
    private int gateOf(long four) {
        long three = Four.beginning(four, HEAD);
        return (int) (three * 0x9E3779B97F4A7C15L >>> 40) & (gates.length - 1);
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
