package dev.tocsin.enrich.story;

import java.util.Arrays;

/**
 * Finds the articles of the window that share telling terms with another, at a cost that hardly
 * grows with the window: rare terms are followed first, each only so far back, all together only so
 * far. Of each term only the articles that may be looked at are remembered. Not for many threads.
 */
final class TermIndex {
    /** Postings that are looked at for one article. */
    private static final int BUDGET = 1_280;

    private final TermTable table = new TermTable();
    private final PostingLists lists = new PostingLists();
    private final int[] latest = new int[PostingLists.MOST];

    /** In how many articles of the window the term stands. */
    int count(int term) {
        return table.count(term);
    }

    /** Enters an article: its terms are counted. */
    void count(Terms terms) {
        for (int id : terms.ids()) {
            table.add(id);
        }
    }

    /** Makes a counted article one that is found, by its title and the beginning of its text. */
    void post(int article, Terms terms) {
        for (int place = 0; place < terms.ids().length; place++) {
            if (terms.isFirst(place)) {
                int id = terms.ids()[place];
                table.setList(id, lists.append(table.list(id), article));
            }
        }
    }

    void remove(Terms terms) {
        for (int id : terms.ids()) {
            int orphan = table.remove(id);
            if (orphan != PostingLists.NONE) {
                lists.release(orphan);
            }
        }
    }

    /** Adds the weights of shared terms up, article by article. */
    void find(Terms terms, int oldest, Candidates candidates) {
        long[] byRarity = byRarity(terms);
        int budget = BUDGET;
        for (int at = 0; at < byRarity.length && budget > 0; at++) {
            int place = (int) byRarity[at];
            int list = table.list(terms.ids()[place]);
            int most = Math.min(budget, lists.read(list, latest));
            budget -= add(most, oldest, terms.weight(place), candidates);
        }
    }

    /** Returns how many were looked at. */
    private int add(int most, int oldest, float weight, Candidates candidates) {
        for (int at = 0; at < most; at++) {
            if (latest[at] < oldest) {
                return at;
            }
            candidates.add(latest[at], weight);
        }
        return most;
    }

    private long[] byRarity(Terms terms) {
        long[] byRarity = new long[terms.ids().length];
        for (int at = 0; at < byRarity.length; at++) {
            byRarity[at] = ((long) table.count(terms.ids()[at]) << 32) | at;
        }
        Arrays.sort(byRarity);
        return byRarity;
    }
}
